using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>Holds what a calendar says against what the database says. Pure.</summary>
/// <param name="items">The calendar's events; cancelled ones may be among them.</param>
/// <param name="clock">For the office's days and times.</param>
internal sealed class CalendarComparison(IEnumerable<CalendarItem> items, OfficeClock clock)
{
    private readonly Dictionary<string, CalendarItem> _items =
        items.Where(i => !i.IsCancelled).GroupBy(i => i.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);

    /// <summary>Events of bookings: missing, moved, renamed, there twice, copied, left over.</summary>
    /// <param name="bookings">Those that stand in the stretch that was read and whose event is not waiting to be written.</param>
    /// <param name="eventIds">The event's id for bookings whose event has another id than the derived one.</param>
    /// <param name="known">All bookings that the events name, by id: those not among them do not exist.</param>
    public IEnumerable<CalendarDifference> WithBookings(
        IEnumerable<Booking> bookings, IReadOnlyDictionary<Guid, string> eventIds, IReadOnlySet<Guid> known)
    {
        var named = _items.Values.Where(i => i.BookingId is not null).ToLookup(i => i.BookingId!.Value);
        foreach (var booking in bookings)
        {
            var mine = named[booking.Id].Where(i => IsOurs(i, booking, eventIds)).ToList();
            foreach (var kind in Kinds(booking, mine))
            {
                yield return new CalendarDifference(kind, booking.Slot, booking.Id, mine.FirstOrDefault()?.Id);
            }

            foreach (var copy in named[booking.Id].Except(mine))
            {
                yield return new CalendarDifference(DifferenceKind.Copied, SlotOf(copy.Range.Start), booking.Id, copy.Id);
            }
        }

        foreach (var stranger in _items.Values.Where(i => i.BookingId is { } id && !known.Contains(id)))
        {
            yield return new CalendarDifference(DifferenceKind.BookingMissing, SlotOf(stranger.Range.Start), stranger.BookingId, stranger.Id);
        }
    }

    /// <summary>The mirror: events it lacks, holds too long or knows differently.</summary>
    /// <param name="mirror">What it holds.</param>
    /// <param name="coming">The ids of events that the next round of the sync brings anyway.</param>
    /// <param name="window">What it can know.</param>
    public IEnumerable<CalendarDifference> WithMirror(IEnumerable<MirroredEvent> mirror, IReadOnlySet<string> coming, TimeRange window)
    {
        var rows = mirror.Where(e => !coming.Contains(e.EventId) && window.Overlaps(new TimeRange(e.StartsAt, e.EndsAt)))
            .ToDictionary(e => e.EventId, StringComparer.Ordinal);
        foreach (var item in _items.Values.Where(i => !coming.Contains(i.Id) && window.Overlaps(i.Range)))
        {
            if (!rows.Remove(item.Id, out var row))
            {
                yield return new CalendarDifference(DifferenceKind.NotMirrored, SlotOf(item.Range.Start), item.BookingId, item.Id);
            }
            else if ((row.Title, row.StartsAt, row.EndsAt, row.ColorId, row.IsAllDay, row.IsTransparent) !=
                (item.Title, item.Range.Start, item.Range.End, item.ColorId, item.IsAllDay, item.IsTransparent))
            {
                yield return new CalendarDifference(DifferenceKind.MirrorDiffers, SlotOf(item.Range.Start), item.BookingId, item.Id);
            }
        }

        foreach (var row in rows.Values)
        {
            yield return new CalendarDifference(DifferenceKind.MirrorOnly, SlotOf(row.StartsAt), row.BookingId, row.EventId);
        }
    }

    private static IEnumerable<DifferenceKind> Kinds(Booking booking, List<CalendarItem> mine)
    {
        if (!booking.HoldsPlace)
        {
            return mine.Count > 0 && booking is { Status: BookingStatus.Cancelled, CancelReason: not null } ? [DifferenceKind.EventStands] : [];
        }

        return mine switch
        {
            [] => [DifferenceKind.EventMissing],
            [var only] => Kinds(booking, only),
            _ => [DifferenceKind.Twice],
        };
    }

    private static IEnumerable<DifferenceKind> Kinds(Booking booking, CalendarItem item)
    {
        if (item.IsAllDay || item.IsRepeated || item.Range != new TimeRange(booking.StartsAt, booking.EndsAt))
        {
            yield return DifferenceKind.OtherTime;
        }

        // What writing would leave as it is, is no difference.
        if (AppointmentTitle.Merge(item.Title, AppointmentName.Of(booking)) != item.Title)
        {
            yield return DifferenceKind.OtherName;
        }
    }

    /// <summary>A copy that somebody made by hand names the booking too, but under an id that is not ours.</summary>
    private static bool IsOurs(CalendarItem item, Booking booking, IReadOnlyDictionary<Guid, string> eventIds) =>
        eventIds.TryGetValue(booking.Id, out var id)
            ? item.Id == id
            : Enumerable.Range(0, booking.CalendarGeneration + 2).Any(n => AppointmentEventId.Of(booking.Id, n) == item.Id);

    private Slot SlotOf(DateTimeOffset instant)
    {
        var (day, time) = clock.WallClock(instant);
        return new Slot(day, time);
    }
}
