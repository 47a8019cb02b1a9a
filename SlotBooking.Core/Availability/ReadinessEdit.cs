using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Local;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Writes readiness into one local calendar, slot by slot, as part of the caller's transaction.</summary>
internal sealed class ReadinessEdit(SlotBookingDb db, string calendarKey, ReadinessRules rules)
{
    private readonly LocalCalendarEdit _calendar = new(db, calendarKey);

    /// <summary>The id of the event that declares readiness for this slot in a local calendar.</summary>
    public static string EventIdOf(Slot slot) => string.Create(CultureInfo.InvariantCulture, $"bereit{slot.Day:yyyyMMdd}{slot.Start:HHmm}");

    /// <summary>Makes the slot as wished; false when it was so already.</summary>
    public async Task<bool> SetAsync(Slot slot, TimeRange range, bool isReady, CancellationToken cancellationToken)
    {
        var declared = await DeclaredAsync(range, cancellationToken);
        var covers = new MergedRanges(declared.Select(e => new TimeRange(e.StartsAt, e.EndsAt)));
        if (isReady)
        {
            if (covers.Cover(range))
            {
                return false;
            }

            await _calendar.PutAsync(EventIdOf(slot), rules.Titles[0], range, cancellationToken);
            return true;
        }

        foreach (var item in declared)
        {
            await _calendar.RemoveAsync(item.EventId, cancellationToken);
            await KeepRestAsync(item, new TimeRange(item.StartsAt, Later(item.StartsAt, range.Start)), cancellationToken);
            await KeepRestAsync(item, new TimeRange(Earlier(item.EndsAt, range.End), item.EndsAt), cancellationToken);
        }

        return declared.Count > 0;
    }

    /// <summary>Tells of what was changed, if anything was.</summary>
    public void Tell(DateTimeOffset now, Guid? accountId) => _calendar.Tell(now, accountId);

    /// <summary>The declarations that touch the slot, those of this transaction too.</summary>
    private async Task<IReadOnlyList<LocalEvent>> DeclaredAsync(TimeRange range, CancellationToken cancellationToken)
    {
        var (start, end) = (range.Start, range.End);
        await db.LocalEvents.AsTracking()
            .Where(e => e.CalendarKey == calendarKey && !e.IsCancelled && e.EndsAt > start && e.StartsAt < end).LoadAsync(cancellationToken);
        return
        [
            .. db.LocalEvents.Local.Where(e =>
                e.CalendarKey == calendarKey && !e.IsCancelled && e.EndsAt > start && e.StartsAt < end && rules.IsReadyTitle(e.Title)),
        ];
    }

    /// <summary>An event that reaches beyond the slot (from a grid of before) goes on outside of it.</summary>
    private async Task KeepRestAsync(LocalEvent item, TimeRange rest, CancellationToken cancellationToken)
    {
        if (rest.Duration > TimeSpan.Zero)
        {
            await _calendar.PutAsync(string.Create(CultureInfo.InvariantCulture, $"rest{rest.Start.UtcTicks:x}"), item.Title, rest, cancellationToken);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
