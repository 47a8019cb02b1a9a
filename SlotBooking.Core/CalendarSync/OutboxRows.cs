using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Who writes which booking: claims with a lease, successes and failures.</summary>
internal sealed class OutboxRows(Database database, CalendarDirectory directory, OfficeClock clock)
{
    private readonly DateTimeOffset _startedAt = clock.Now;

    /// <summary>Longer than any write may take: after it, the worker is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>The bookings whose write is due, oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var now = clock.Now;
        return await db.CalendarWrites.AsNoTracking()
            .Where(w => w.Done < w.Wanted && w.ParkedBecause == null && w.NextTryAt <= now)
            .OrderBy(w => w.NextTryAt).ThenBy(w => w.Wanted).Select(w => w.BookingId).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>Claims the write and reads the booking; null when another worker has it.</summary>
    public Task<ClaimedWrite?> ClaimAsync(Guid bookingId, bool isProbe, CancellationToken cancellationToken) => database.WriteAsync<ClaimedWrite?>(
        async db =>
        {
            var now = clock.Now;
            var central = await db.CalendarStates.AsNoTracking().SingleOrDefaultAsync(s => s.CalendarKey == CalendarKeys.Central, cancellationToken);
            if (!isProbe && central?.WritesPausedUntil is not null)
            {
                return null;
            }

            var until = now + Lease;
            var claimed = await db.CalendarWrites
                .Where(w => w.BookingId == bookingId && w.Done < w.Wanted && w.ParkedBecause == null && w.NextTryAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.NextTryAt, until), cancellationToken);
            if (claimed == 0)
            {
                return null;
            }

            var write = await db.CalendarWrites.AsNoTracking().SingleAsync(w => w.BookingId == bookingId, cancellationToken);
            var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bookingId, cancellationToken);
            return new ClaimedWrite(write, booking, new KnownEvent(write.ETag, write.EventId, await IsCertainAsync(db, central, write, booking, cancellationToken)));
        },
        cancellationToken);

    /// <summary>The calendar is right for the state that was claimed; a newer wish is due at once.</summary>
    /// <remarks>Marks of ours that stand in the calendar are known from then on: meeting them there says nothing new.</remarks>
    public Task DoneAsync(ClaimedWrite claimed, PutAppointment? put, MarksWanted? marks, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var row = await db.CalendarWrites.SingleAsync(w => w.BookingId == claimed.Write.BookingId, cancellationToken);
            row.Done = Math.Max(row.Done, claimed.Write.Wanted);
            row.Attempts = 0;
            row.LastError = null;
            row.ETag = put?.ETag;
            row.Version = put?.Version;
            if (put?.EventId is { } adopted && adopted != row.EventId)
            {
                await FreeTakingsAsync(db, adopted, cancellationToken);
            }

            row.EventId = put is null ? row.EventId : put.EventId;
            row.NextTryAt = clock.Now;
            if (put is not null && marks is not null && claimed.Booking is { } decided && KnownMarks(put, marks, decided) is { } reading)
            {
                await db.Bookings.Where(b => b.Id == row.BookingId)
                    .ExecuteUpdateAsync(set => set.SetProperty(b => b.CalendarReading, reading), cancellationToken);
            }

            if (put is not null && put.Generation != claimed.Booking?.CalendarGeneration)
            {
                await db.Bookings.Where(b => b.Id == row.BookingId)
                    .ExecuteUpdateAsync(set => set.SetProperty(b => b.CalendarGeneration, put.Generation), cancellationToken);
            }
        },
        cancellationToken);

    /// <summary>What was read as somebody's copy until now is the booking's own event: the booking has its place already.</summary>
    private async Task FreeTakingsAsync(SlotBookingDb db, string eventId, CancellationToken cancellationToken)
    {
        var takings = await db.CentralTakings.AsTracking().Where(t => t.EventId == eventId).ToListAsync(cancellationToken);
        db.CentralTakings.RemoveRange(takings);
        db.Events.AddRange(takings.Select(t => new OfficeEvent { Kind = EventKinds.CentralChanged, At = clock.Now, Day = t.Day }));
    }

    private static string? KnownMarks(PutAppointment put, MarksWanted marks, Booking booking)
    {
        var name = booking.CalendarEventId is null ? AppointmentName.Of(booking) : "";
        return marks.AreOn(put.Title, put.ColorId, name) ? EventMarks.Of(put.Title, put.ColorId, marks.Rules.Words, name).Write() : null;
    }

    /// <summary>It did not work: later again, or parked with the reason.</summary>
    public Task FailedAsync(ClaimedWrite claimed, CalendarException exception, TimeSpan pause, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var row = await db.CalendarWrites.SingleAsync(w => w.BookingId == claimed.Write.BookingId, cancellationToken);
            row.Attempts++;
            row.LastError = exception.Message;
            row.NextTryAt = clock.Now + pause;
            row.ParkedBecause = exception.Trouble is CalendarTrouble.Refused ? exception.Message : null;
        },
        cancellationToken);

    /// <summary>
    /// Whether what we know of the event can be relied on. After a backup was restored it is older than the calendar: that cannot be told until
    /// the calendar has been read since this program started, and then the mirror shows it.
    /// </summary>
    private async Task<bool> IsCertainAsync(
        SlotBookingDb db, CalendarState? central, CalendarWrite write, Booking? booking, CancellationToken cancellationToken)
    {
        if (booking is null || central is null || central.Source != directory.Central.Source || !(central.KnownAt >= _startedAt))
        {
            return false;
        }

        var expected = write.EventId ?? AppointmentEventId.Of(booking.Id, booking.CalendarGeneration);
        return !await db.MirroredEvents.AnyAsync(
            e => e.BookingId == booking.Id && e.CalendarKey == CalendarKeys.Central && e.EventId != expected, cancellationToken);
    }

    /// <summary>Gives parked writes another try; answers how many.</summary>
    public Task<int> UnparkAsync(CancellationToken cancellationToken) => database.WriteAsync(
        db =>
        {
            var now = clock.Now;
            return db.CalendarWrites.Where(w => w.ParkedBecause != null).ExecuteUpdateAsync(
                set => set.SetProperty(w => w.ParkedBecause, (string?)null).SetProperty(w => w.NextTryAt, now), cancellationToken);
        },
        cancellationToken);
}
