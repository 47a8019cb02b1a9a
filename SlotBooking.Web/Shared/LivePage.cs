using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Events;

namespace SlotBooking.Web.Shared;

/// <summary>A page, or a part of one, that shows what it read and reads it anew a moment after something changed that concerns it.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationToken _closing; // can still be asked when the page is gone
    private LiveWake? _live;
    private LiveWake? _later;
    private Task _reading = Task.CompletedTask;
    private bool _isAskedAgain;

    /// <summary>A page that does not listen yet.</summary>
    protected LivePage() => _closing = _closed.Token;

    /// <summary>Ends what is being read when the page is left.</summary>
    protected CancellationToken Closed => _closing;

    /// <summary>How long changes are gathered before they are read.</summary>
    protected virtual TimeSpan Moment { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long changes are gathered that matter less; null when none do.</summary>
    protected virtual TimeSpan? LaterMoment => null;

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the event changes what is shown. Asked on the thread of whoever wrote it: it compares and returns.</summary>
    protected abstract bool Concerns(OfficeEvent told);

    /// <summary>The same for changes that matter less.</summary>
    protected virtual bool ConcernsLater(OfficeEvent told) => false;

    /// <summary>Reads what is shown.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Reads what is shown, once at a time: what is asked for meanwhile is read behind it, so that no older answer wins.</summary>
    protected Task ReadAsync()
    {
        if (!_reading.IsCompleted)
        {
            _isAskedAgain = true;
            return _reading;
        }

        return _reading = ReadUntilAllIsReadAsync();
    }

    /// <summary>Begins to listen, before the first reading, so that nothing is missed in between.</summary>
    protected void Listen()
    {
        if (!_closing.IsCancellationRequested)
        {
            _live = new LiveWake(Feed, Time, Moment, Concerns, Wake);
            _later = LaterMoment is { } later ? new LiveWake(Feed, Time, later, ConcernsLater, Wake) : null;
        }
    }

    /// <summary>Stops listening and ends what is being read.</summary>
    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            _live?.Dispose();
            _later?.Dispose();
            _closed.Cancel();
            _closed.Dispose();
        }
    }

    private async Task ReadUntilAllIsReadAsync()
    {
        do
        {
            _isAskedAgain = false;
            try
            {
                await LoadAsync();
                StateHasChanged();
            }
            catch (Exception) when (_isAskedAgain && !_closing.IsCancellationRequested)
            {
                // Something else is wanted by now: that may be read all the same.
            }
        }
        while (_isAskedAgain && !_closing.IsCancellationRequested);
    }

    private void Wake() => _ = InvokeAsync(async () =>
    {
        try
        {
            await ReadAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The tab was closed meanwhile.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}
