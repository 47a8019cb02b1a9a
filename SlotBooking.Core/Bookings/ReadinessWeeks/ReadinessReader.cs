using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings.ReadinessWeeks;

/// <summary>Reads what the page of readiness shows.</summary>
public sealed class ReadinessReader(Database database, SlotFactsReader slots, SettingsStore store, OfficeClock clock)
{
    /// <summary>The active consultants, in the order of lists.</summary>
    public async Task<IReadOnlyList<ReadinessConsultant>> ConsultantsAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await ConsultantsAsync(db, cancellationToken);
    }

    /// <summary>One consultant's week; null when there is no such active consultant.</summary>
    public async Task<ReadinessWeek?> WeekAsync(Guid consultantId, IsoWeek week, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        if ((await ConsultantsAsync(db, cancellationToken)).SingleOrDefault(c => c.Id == consultantId) is not { } consultant)
        {
            return null;
        }

        var settings = await store.ReadAsync(db, cancellationToken);
        var all = Enumerable.Range(0, 7).Select(n => week.Monday.AddDays(n)).ToList();
        var days = all.Where((day, n) => n < 5 || settings.Grid.StartsOn(day.DayOfWeek).Count > 0).ToList();
        var facts = await slots.ReadAsync(db, all, cancellationToken);
        var (monday, sunday) = (all[0], all[^1]);
        var ready = (await db.ReadySlots.AsNoTracking()
            .Where(r => r.ConsultantId == consultantId && r.Day >= monday && r.Day <= sunday).ToListAsync(cancellationToken))
            .Select(r => new Slot(r.Day, r.Start)).ToHashSet();
        var items = await ItemsAsync(db, consultantId, new TimeRange(clock.DayRange(monday).Start, clock.DayRange(sunday).End), cancellationToken);
        var isFullTime = await db.Consultants.AnyAsync(c => c.Id == consultantId && c.IsFullTime, cancellationToken);
        var view = new ReadinessView(settings, clock, consultantId, isFullTime, ready, items);
        var cells = days.SelectMany(day => facts[day].Slots).Where(s => s.Facts.InGrid).Select(view.Cell).ToDictionary(cell => cell.Slot);
        return new ReadinessWeek(week, consultant, [.. cells.Keys.Select(s => s.Start).Distinct().Order()], days, cells);
    }

    private static async Task<IReadOnlyList<ReadinessConsultant>> ConsultantsAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var consultants = await db.Consultants.AsNoTracking().Where(c => c.IsActive).OrderBy(c => c.Position).ThenBy(c => c.Name)
            .ToListAsync(cancellationToken);
        var states = await db.CalendarStates.AsNoTracking().ToDictionaryAsync(s => s.CalendarKey, StringComparer.Ordinal, cancellationToken);
        return consultants.ConvertAll(c =>
        {
            var state = states.GetValueOrDefault(c.CalendarKey);
            return new ReadinessConsultant(c.Id, c.Name, c.AccountId, c.CalendarId is null, state?.KnownAt, state?.LastError);
        });
    }

    private static async Task<IReadOnlyList<BusyItem>> ItemsAsync(
        SlotBookingDb db, Guid consultantId, TimeRange range, CancellationToken cancellationToken)
    {
        var key = CalendarKeys.Of(consultantId);
        var (start, end) = (range.Start, range.End);
        var events = await db.MirroredEvents.AsNoTracking()
            .Where(e => e.CalendarKey == key && e.EndsAt > start && e.StartsAt < end).ToListAsync(cancellationToken);
        return events.ConvertAll(e => new BusyItem(e.Title, new TimeRange(e.StartsAt, e.EndsAt), e.IsAllDay, e.IsTransparent));
    }
}
