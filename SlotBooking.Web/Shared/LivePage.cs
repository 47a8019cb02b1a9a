using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Web.Shared;

/// <summary>A page, or a part of one, that shows what it read and reads it anew a moment after something changed that concerns it.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationToken _closing; // can still be asked when the page is gone
    private LiveWake? _live;

    /// <summary>A page that does not listen yet.</summary>
    protected LivePage() => _closing = _closed.Token;

    /// <summary>Ends what is being read when the page is left.</summary>
    protected CancellationToken Closed => _closing;

    /// <summary>How long changes are gathered before they are read.</summary>
    protected virtual TimeSpan Moment { get; } = TimeSpan.FromMilliseconds(50);

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

    /// <summary>Reads what is shown.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Begins to listen, before the first reading, so that nothing is missed in between.</summary>
    protected void Listen()
    {
        if (!_closing.IsCancellationRequested)
        {
            _live = new LiveWake(Feed, Time, Moment, Concerns, Wake);
        }
    }

    /// <summary>Stops listening and ends what is being read.</summary>
    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            _live?.Dispose();
            _closed.Cancel();
            _closed.Dispose();
        }
    }

    private void Wake() => _ = InvokeAsync(async () =>
    {
        try
        {
            await LoadAsync();
            StateHasChanged();
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
