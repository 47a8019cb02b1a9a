using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Events;
using SlotBooking.Web.Hosting.Circuits;

namespace SlotBooking.Web.Features.MyBookings;

/// <content>How the page hears of changes: it notes which appointments they are about and reads only those, once, when its turn comes.</content>
public sealed partial class MyBookingsPage
{
    private readonly Lock _lock = new();
    private readonly Func<Task> _draw;
    private HashSet<Guid> _changed = [];
    private IDisposable? _subscription;
    private ExecutionContext? _context; // whose turn it is speaks the page's language, not the writer's

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    [Inject]
    private DrawingTurns Turns { get; set; } = default!;

    private void Listen()
    {
        _context = ExecutionContext.Capture();
        _subscription = Feed.Subscribe(OnEvents);
    }

    /// <summary>Runs on the writer's thread: it only notes and returns.</summary>
    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        if (_sheet is not { } sheet)
        {
            return;
        }

        var isFirst = false;
        lock (_lock)
        {
            foreach (var told in events)
            {
                if (told.BookingId is { } id && (sheet.Question.MayConcern(told) || sheet.Find(id) is not null))
                {
                    isFirst |= _changed.Count == 0;
                    _changed.Add(id);
                }
            }
        }

        if (isFirst)
        {
            Turns.Ask(_draw);
        }
    }

    private Task DrawAsync()
    {
        var drawn = Task.CompletedTask;
        ExecutionContext.Run(_context!, _ => drawn = InvokeAsync(() => TryAsync(RefreshAsync)), null);
        return drawn;
    }

    private async Task RefreshAsync()
    {
        HashSet<Guid> changed;
        lock (_lock)
        {
            (changed, _changed) = (_changed, []);
        }

        if (_sheet is not { } before || _closing.IsCancellationRequested)
        {
            return;
        }

        if (Clock.Today != _frame?.Today)
        {
            await LoadAsync(); // midnight: the usual period goes on to the next day
        }

        if (_sheet is { } sheet)
        {
            _sheet = await Reader.ReadAgainAsync(sheet, changed, _closing);
        }

        var detail = _detail;
        if (detail is not null && changed.Contains(detail.Booking.Id))
        {
            detail = await Reader.FindAsync(_viewer!, detail.Booking.Id, _closing);
        }

        if (!ReferenceEquals(_sheet, before) || detail != _detail)
        {
            _detail = detail;
            _frame = Frame();
            Show();
            StateHasChanged();
        }
    }
}
