using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>Reads how the calendars stand from this database alone: it never waits for Google.</summary>
public sealed class CalendarOverviewReader(Database database, CalendarDirectory directory, CalendarSettings settings, OfficeClock clock)
{
    private const int MostParked = 100;

    /// <summary>As it stands now.</summary>
    public async Task<CalendarOverview> ReadAsync(CancellationToken cancellationToken)
    {
        var calendars = await directory.AllAsync(cancellationToken);
        var now = clock.Now;
        await using var db = await database.ReadAsync(cancellationToken);
        var states = await db.CalendarStates.AsNoTracking().ToDictionaryAsync(s => s.CalendarKey, StringComparer.Ordinal, cancellationToken);
        var pushed = (await db.CalendarChannels.AsNoTracking().Where(c => c.ExpiresAt > now).ToListAsync(cancellationToken))
            .ToLookup(c => c.CalendarKey, StringComparer.Ordinal);
        var waiting = db.CalendarWrites.AsNoTracking().Where(w => w.Done < w.Wanted && w.ParkedBecause == null);
        var central = states.GetValueOrDefault(CalendarKeys.Central);
        var isPaused = central?.WritesPausedUntil > now;
        return new CalendarOverview(
            [.. calendars.Select(c => Line(c, states.GetValueOrDefault(c.Key), pushed[c.Key].Max(p => (DateTimeOffset?)p.ExpiresAt), now))],
            await waiting.CountAsync(cancellationToken),
            await WaitingSinceAsync(db, waiting, cancellationToken),
            await waiting.MinAsync(w => (DateTimeOffset?)w.NextTryAt, cancellationToken),
            await ParkedAsync(db, cancellationToken),
            await db.CalendarWrites.CountAsync(w => w.Done < w.Wanted && w.ParkedBecause != null, cancellationToken),
            isPaused ? central!.WritesPausedUntil : null,
            isPaused ? central!.WritesPausedBecause : null)
        {
            IsDryRun = settings.DryRun,
        };
    }

    private static CalendarLine Line(CalendarRef calendar, CalendarState? state, DateTimeOffset? pushedUntil, DateTimeOffset now) =>
        state is null || state.Source != calendar.Source
            ? new CalendarLine { Calendar = calendar }
            : new CalendarLine
            {
                Calendar = calendar,
                KnownAt = state.KnownAt,
                FullAt = state.FullAt,
                ComparedAt = state.ComparedAt,
                ComparedFound = state.ComparedFound,
                FailingSince = state.FailingSince,
                Trouble = state.Trouble,
                LastError = state.LastError,
                NextTryAt = state.NextTryAt > now ? state.NextTryAt : null,
                PushedUntil = pushedUntil,
            };

    /// <summary>A row is numbered by the event that asked for it, and that event has a time.</summary>
    private static async Task<DateTimeOffset?> WaitingSinceAsync(SlotBookingDb db, IQueryable<CalendarWrite> waiting, CancellationToken cancellationToken) =>
        await waiting.OrderBy(w => w.Wanted).Select(w => (Guid?)w.BookingId).FirstOrDefaultAsync(cancellationToken) is { } oldest
            ? await db.Events.Where(e => e.BookingId == oldest).MaxAsync(e => (DateTimeOffset?)e.At, cancellationToken)
            : null;

    private static async Task<IReadOnlyList<ParkedWrite>> ParkedAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var rows = await (
            from write in db.CalendarWrites
            where write.Done < write.Wanted && write.ParkedBecause != null
            join booking in db.Bookings on write.BookingId equals booking.Id into found
            from booking in found.DefaultIfEmpty()
            orderby booking!.StartsAt
            select new { write.BookingId, write.ParkedBecause, Booking = booking })
            .AsNoTracking().Take(MostParked).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ParkedWrite(
            r.BookingId, r.Booking?.Slot, r.Booking is { } b ? $"{b.LastName}, {b.FirstName}" : null, r.ParkedBecause!))];
    }
}
