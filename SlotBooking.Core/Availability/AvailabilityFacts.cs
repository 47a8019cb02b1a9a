using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>All that the plan of readiness is made from.</summary>
/// <param name="Settings">The business settings.</param>
/// <param name="Slots">The slots to be worked out, with their real times.</param>
/// <param name="Consultants">The consultants to be worked out, inactive ones too.</param>
/// <param name="Existing">Their rows from today on.</param>
/// <param name="Window">What was worked out last; null when nothing was.</param>
/// <param name="Today">The office's day.</param>
/// <param name="Now">The present instant.</param>
internal sealed record AvailabilityFacts(
    OfficeSettings Settings,
    IReadOnlyList<TimedSlot> Slots,
    IReadOnlyList<ConsultantFacts> Consultants,
    IReadOnlyList<ReadySlot> Existing,
    AvailabilityWindow? Window,
    DateOnly Today,
    DateTimeOffset Now)
{
    /// <summary>Reads them in the caller's context.</summary>
    /// <param name="db">The context, perhaps with a writing transaction.</param>
    /// <param name="store">The settings.</param>
    /// <param name="clock">The office's clock.</param>
    /// <param name="only">Which consultants; null means all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<AvailabilityFacts> ReadAsync(
        SlotBookingDb db, SettingsStore store, OfficeClock clock, IReadOnlyCollection<Guid>? only, CancellationToken cancellationToken)
    {
        var settings = await store.ReadAsync(db, cancellationToken);
        var today = clock.Today;
        var last = settings.Horizon.LastGeneratedDay(today);
        var range = new TimeRange(clock.DayRange(today).Start, clock.DayRange(last).End + settings.Grid.Length);

        var consultants = await db.Consultants.AsNoTracking().Where(c => only == null || only.Contains(c.Id)).ToListAsync(cancellationToken);
        var keys = consultants.ConvertAll(c => c.CalendarKey);
        var read = await db.CalendarStates.AsNoTracking().Where(s => keys.Contains(s.CalendarKey) && s.KnownAt != null)
            .Select(s => s.CalendarKey).ToHashSetAsync(cancellationToken);
        var (start, end) = (range.Start, range.End);
        var items = (await db.MirroredEvents.AsNoTracking()
            .Where(e => keys.Contains(e.CalendarKey) && e.EndsAt > start && e.StartsAt < end)
            .Select(e => new { e.CalendarKey, e.Title, e.StartsAt, e.EndsAt, e.IsAllDay, e.IsTransparent })
            .ToListAsync(cancellationToken))
            .ToLookup(e => e.CalendarKey, e => new BusyItem(e.Title, new TimeRange(e.StartsAt, e.EndsAt), e.IsAllDay, e.IsTransparent));
        var existing = await db.ReadySlots.AsNoTracking()
            .Where(r => r.Day >= today && (only == null || only.Contains(r.ConsultantId))).ToListAsync(cancellationToken);

        return new AvailabilityFacts(
            settings,
            settings.Grid.SlotsBetween(today, last, clock),
            consultants.ConvertAll(c => new ConsultantFacts(c, read.Contains(c.CalendarKey), [.. items[c.CalendarKey]])),
            existing,
            await db.AvailabilityWindows.AsNoTracking().SingleOrDefaultAsync(cancellationToken),
            today,
            clock.Now);
    }
}
