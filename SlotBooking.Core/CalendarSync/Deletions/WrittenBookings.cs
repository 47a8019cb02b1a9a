using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Tells, inside a transaction that holds the slot's lock, whether the calendar was brought in line with a booking as it stands now.</summary>
internal sealed class WrittenBookings(SlotBookingDb db)
{
    private ReaderCursor? _cursor;

    /// <summary>The row of the booking's last write, tracked and locked; null while anything of the booking is still to be written.</summary>
    public async Task<CalendarWrite?> OfAsync(Booking booking, CancellationToken cancellationToken)
    {
        var id = booking.Id;
        var rows = db.Database.IsSqlite()
            ? db.CalendarWrites.FromSql($"""SELECT * FROM calendar_writes WHERE "BookingId" = {id}""")
            : db.CalendarWrites.FromSql($"""SELECT * FROM calendar_writes WHERE "BookingId" = {id} FOR UPDATE""");
        if (await rows.AsTracking().SingleOrDefaultAsync(cancellationToken) is not { } row || row.Done < row.Wanted || row.ParkedBecause is not null)
        {
            return null;
        }

        // Events that the outbox has not taken in yet ask for a write, too.
        _cursor ??= await db.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Reader == OutboxIntake.Reader, cancellationToken)
            ?? new ReaderCursor { Reader = OutboxIntake.Reader };
        var (transaction, sequence) = (_cursor.Transaction, _cursor.Sequence);
        var later = await db.Events.AsNoTracking()
            .Where(e => e.BookingId == id && (e.Transaction > transaction || (e.Transaction == transaction && e.Sequence > sequence)))
            .ToListAsync(cancellationToken);
        return later.Exists(OutboxIntake.Concerns) ? null : row;
    }

    /// <summary>Whether somebody has been writing the booking's event since then, or is about to.</summary>
    public Task<bool> IsUnderWayAsync(Guid bookingId, DateTimeOffset since, CancellationToken cancellationToken) =>
        db.CalendarWrites.AsNoTracking().AnyAsync(w => w.BookingId == bookingId && w.ParkedBecause == null && w.NextTryAt > since, cancellationToken);

    /// <summary>Has the booking written once more after what is being written now; nothing when it was never written, for then it will be.</summary>
    public Task AskAgainAsync(Guid bookingId, CancellationToken cancellationToken) =>
        db.CalendarWrites.Where(w => w.BookingId == bookingId).ExecuteUpdateAsync(set => set.SetProperty(w => w.Wanted, w => w.Wanted + 1), cancellationToken);
}
