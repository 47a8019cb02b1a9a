using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Circuits;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <content>How the page hears of changes: it sets a flag and draws once, a moment later, when its turn comes.</content>
public sealed partial class DayPage
{
    private IDisposable? _subscription;
    private ExecutionContext? _context; // whose turn it is speaks the page's language, not the worker's
    private readonly Func<Task> _draw;
    private int _woken;
    private int _ownChanged;
    private PlanNews? _heard;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private DrawingTurns Turns { get; set; } = default!;

    private void Listen()
    {
        _context = ExecutionContext.Capture();
        _subscription = Plan.Subscribe(OnPlanChanged);
    }

    /// <summary>Runs on the worker's thread, which tells hundreds of pages: it only notes and returns.</summary>
    private void OnPlanChanged(PlanChange change)
    {
        if ((_actor?.AccountId is { } me && change.Agents.Contains(me)) || (_isAdmin && change.News.Any(ConcernsAdmins)))
        {
            Volatile.Write(ref _ownChanged, 1);
        }

        for (var i = change.News.Count - 1; i >= 0; i--)
        {
            if (change.News[i].AgentId != _actor?.AccountId || change.News[i].Kind == EventKinds.CancelledInCalendar)
            {
                Volatile.Write(ref _heard, change.News[i]);
                break;
            }
        }

        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            Turns.Ask(_draw);
        }
    }

    private Task DrawAsync()
    {
        var drawn = Task.CompletedTask;
        ExecutionContext.Run(_context!, _ => drawn = InvokeAsync(TryRefreshAsync), null);
        return drawn;
    }

    private async Task TryRefreshAsync()
    {
        try
        {
            await RefreshAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The tab was closed meanwhile.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task RefreshAsync()
    {
        Volatile.Write(ref _woken, 0);
        var plan = Plan.Latest;
        if (_board is null || _closing.IsCancellationRequested)
        {
            return;
        }

        if (Interlocked.Exchange(ref _ownChanged, 0) == 1 || Clock.Today != _today)
        {
            _today = Clock.Today;
            if (Date is null && _day != _today)
            {
                (_day, _chosen) = (_today, null); // midnight: a page that shows today goes on to the next day
            }

            await LoadAsync();
        }
        else
        {
            _plan = plan;
            _board = plan.Days.GetValueOrDefault(_day) ?? _board;
            Draw([.. _boards.Select(board => plan.Days.GetValueOrDefault(board!.Day) ?? board)]);
        }

        if (Interlocked.Exchange(ref _heard, null) is { } heard)
        {
            var who = heard.Kind == EventKinds.CancelledInCalendar ? T["Zentralkalender"] : heard.AgentName.Split(' ')[0];
            _news = new News(who, Staff.InitialsOf(heard.AgentName), Say(heard));
        }

        StateHasChanged();
    }

    /// <summary>They see everybody's bookings that were deleted in the calendar.</summary>
    private static bool ConcernsAdmins(PlanNews news) => news.Kind is EventKinds.CancelledInCalendar or EventKinds.Restored;

    private string Say(PlanNews news)
    {
        var when = news.Slot.Day == _day ? OfficeDates.Clock(news.Slot.Start) : OfficeDates.Narrow(news.Slot.Day, news.Slot.Start);
        var free = _plan.Days.GetValueOrDefault(news.Slot.Day)?.At(news.Slot.Start)?.Free ?? 0;
        return news.Kind switch
        {
            EventKinds.Cancelled => T["hat {0} abgesagt, wieder {1} frei", when, free],
            EventKinds.CancelledInCalendar => T["{0} von {1} im Kalender gelöscht, wieder {2} frei", when, news.AgentName.Split(' ')[0], free],
            EventKinds.Moved => T["hat auf {0} verschoben, noch {1} frei", when, free],
            EventKinds.Restored => T["hat {0} wieder belegt, noch {1} frei", when, free],
            _ when free == 0 => T["hat {0} gebucht, jetzt voll", when],
            _ => T["hat {0} gebucht, noch {1} frei", when, free],
        };
    }
}
