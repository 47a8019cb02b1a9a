using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings.History;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Circuits;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>The whole history of one appointment, newest first; it follows what happens while it is open.</summary>
public sealed partial class HistoryPanel : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<(HistoryEntry Entry, HistorySign Sign)> _lines = [];
    private HistoryAnswer? _answer;
    private IDisposable? _subscription;
    private Guid? _shown;
    private string? _failed;
    private int _asked;

    /// <summary>The appointment.</summary>
    [Parameter, EditorRequired]
    public Guid BookingId { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private HistoryReader Reader { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    [Inject]
    private DrawingTurns Turns { get; set; } = default!;

    [Inject]
    private ILogger<HistoryPanel> Logger { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => _subscription = Feed.Subscribe(events =>
    {
        if (events.Any(told => told.BookingId == BookingId) && Interlocked.Exchange(ref _asked, 1) == 0)
        {
            Turns.Ask(DrawAsync);
        }
    });

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != BookingId)
        {
            (_shown, _answer, _lines) = (BookingId, null, []);
            await LoadAsync();
        }
    }

    private async Task DrawAsync()
    {
        try
        {
            await InvokeAsync(async () =>
            {
                Volatile.Write(ref _asked, 0);
                await LoadAsync();
                StateHasChanged();
            });
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The panel was closed meanwhile.
        }
    }

    private async Task LoadAsync()
    {
        var asked = BookingId;
        try
        {
            var answer = await Reader.ReadAsync(asked, await CurrentActor.GetAsync(), _closed.Token);
            if (asked == BookingId)
            {
                (_answer, _failed) = (answer, null);
                _lines = answer is HistoryAnswer.Told told ? [.. told.Entries.Select(entry => (entry, T.Sign(entry, Clock.Today)))] : [];
            }
        }
        catch (OperationCanceledException)
        {
            // The panel was closed meanwhile.
        }
        catch (Exception exception)
        {
            _failed = ErrorIds.Next();
            LogFailed(Logger, exception, _failed);
        }
    }

    [LoggerMessage(LogLevel.Error, "Reading an appointment's history failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);
}
