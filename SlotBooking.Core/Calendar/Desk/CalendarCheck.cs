using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendar.Desk;

/// <summary>Reads the calendars themselves, holds them against the database and changes nothing, neither here nor there.</summary>
public sealed class CalendarCheck(Database database, CalendarDirectory directory, SettingsStore settings, OfficeClock clock)
{
    /// <summary>Checks all calendars, one after another; one that cannot be read is named with its reason.</summary>
    public async Task<IReadOnlyList<CalendarChecked>> RunAsync(CancellationToken cancellationToken)
    {
        var window = SyncWindow.At(clock, (await settings.ReadAsync(cancellationToken)).Horizon);
        var found = new List<CalendarChecked>();
        foreach (var calendar in await directory.AllAsync(cancellationToken))
        {
            found.Add(await CheckAsync(calendar, window, cancellationToken));
        }

        return found;
    }

    private async Task<CalendarChecked> CheckAsync(CalendarRef calendar, TimeRange window, CancellationToken cancellationToken)
    {
        CalendarChanges changes;
        try
        {
            changes = await directory.For(calendar).ReadChangesAsync(calendar, cursor: null, window, cancellationToken);
        }
        catch (CalendarException exception)
        {
            return new CalendarChecked(calendar, null, [], 0, exception.Message);
        }

        var comparison = new CalendarComparison(changes.Items, clock);
        await using var db = await database.ReadAsync(cancellationToken);
        var mirror = await db.MirroredEvents.AsNoTracking()
            .Where(e => e.CalendarKey == calendar.Key && e.EndsAt > window.Start && e.StartsAt < window.End).ToListAsync(cancellationToken);
        var differences = comparison.WithMirror(mirror).ToList();
        var waiting = 0;
        if (calendar.Key == CalendarKeys.Central)
        {
            (var withBookings, waiting) = await WithBookingsAsync(db, comparison, changes, window, cancellationToken);
            differences.AddRange(withBookings);
        }

        return new CalendarChecked(
            calendar, changes.Items.Count(i => !i.IsCancelled), [.. differences.OrderBy(d => d.Slot?.Day).ThenBy(d => d.Slot?.Start)], waiting, null);
    }

    private static async Task<(IReadOnlyList<CalendarDifference> Differences, int Waiting)> WithBookingsAsync(
        SlotBookingDb db, CalendarComparison comparison, CalendarChanges changes, TimeRange window, CancellationToken cancellationToken)
    {
        var (start, end) = (window.Start, window.End);
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => b.EndsAt > start && b.StartsAt < end && b.CalendarEventId == null).ToListAsync(cancellationToken);
        var writes = await db.CalendarWrites.AsNoTracking()
            .Where(w => db.Bookings.Any(b => b.Id == w.BookingId && b.EndsAt > start && b.StartsAt < end))
            .ToDictionaryAsync(w => w.BookingId, cancellationToken);
        var waiting = writes.Values.Where(w => w.Done < w.Wanted).Select(w => w.BookingId).ToHashSet();
        var known = new HashSet<Guid>();
        foreach (var ids in changes.Items.Select(i => i.BookingId).OfType<Guid>().Distinct().Chunk(500))
        {
            known.UnionWith(await db.Bookings.Where(b => ids.Contains(b.Id)).Select(b => b.Id).ToListAsync(cancellationToken));
        }

        var differences = comparison.WithBookings(bookings.Where(b => !waiting.Contains(b.Id)), EventIds(writes), known).ToList();
        return (differences, waiting.Count);
    }

    private static Dictionary<Guid, string> EventIds(Dictionary<Guid, CalendarWrite> writes) => [];
}
