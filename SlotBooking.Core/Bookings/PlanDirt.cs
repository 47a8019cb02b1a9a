using SlotBooking.Core.Events;

namespace SlotBooking.Core.Bookings;

/// <summary>Collects, between two pictures of the plan, what has to be looked at again. Not thread-safe.</summary>
internal sealed class PlanDirt
{
    private readonly List<OfficeEvent> _news = [];
    private readonly HashSet<Guid> _followed = [];
    private HashSet<DateOnly> _days = [];

    /// <summary>True when everything has to be read again.</summary>
    public bool Everything { get; private set; } = true;

    /// <summary>True when nothing has.</summary>
    public bool IsClean => !Everything && _days.Count == 0 && _news.Count == 0 && _followed.Count == 0;

    /// <summary>The days to read again, when not everything.</summary>
    public IReadOnlySet<DateOnly> Days => _days;

    /// <summary>The bookings' events since the last picture.</summary>
    public IReadOnlyList<OfficeEvent> News => _news;

    /// <summary>Bookings of which something became, whoever did it: those who booked them look again.</summary>
    public IReadOnlySet<Guid> Followed => _followed;

    /// <summary>All has to be read again.</summary>
    public void MarkEverything() => Everything = true;

    /// <summary>Notes what an event touches.</summary>
    /// <param name="told">The event.</param>
    /// <param name="isNews">Whether anybody is there to hear of it: what nobody heard is no news to those who come later.</param>
    public void Mark(OfficeEvent told, bool isNews)
    {
        switch (told.Kind)
        {
            case EventKinds.Booked or EventKinds.Moved or EventKinds.Cancelled or EventKinds.Restored or EventKinds.CancelledInCalendar:
                if (isNews)
                {
                    _news.Add(told);
                }

                MarkDays(told);
                break;
            case EventKinds.OutcomeChanged or EventKinds.Announced or EventKinds.Confirmed or EventKinds.CallBack:
                if (isNews && told.BookingId is { } booking)
                {
                    _followed.Add(booking);
                }

                MarkDays(told);
                break;
            case EventKinds.SettingChanged or EventKinds.BlockChanged or EventKinds.CalendarState:
                Everything = true;
                break;
            default:
                MarkDays(told);
                break;
        }
    }

    /// <summary>Takes what another round could not finish back in.</summary>
    public void TakeBack(PlanDirt unfinished)
    {
        Everything |= unfinished.Everything;
        _days.UnionWith(unfinished._days);
        _followed.UnionWith(unfinished._followed);
        _news.InsertRange(0, unfinished._news);
    }

    /// <summary>Starts from a clean sheet.</summary>
    public static PlanDirt Clean() => new() { Everything = false };

    private void MarkDays(OfficeEvent told)
    {
        if (told.Day is { } day)
        {
            _days.Add(day);
        }

        if (told.OtherDay is { } other)
        {
            _days.Add(other);
        }
    }
}
