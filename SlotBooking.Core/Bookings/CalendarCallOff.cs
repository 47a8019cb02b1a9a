using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>Calls bookings off because people deleted their events in the calendar, in the caller's transaction and with the locks that commands take.</summary>
internal sealed class CalendarCallOff(SlotBookingDb db, DateTimeOffset now)
{
    /// <summary>What stands as the reason.</summary>
    public const string Reason = "im Kalender gelöscht";

    private readonly OutcomeLog _outcomes = new(db, now);

    /// <summary>Locks the slots of these bookings and reads the bookings as they stand then; without those that moved meanwhile.</summary>
    public async Task<IReadOnlyList<Booking>> LockAsync(IReadOnlyCollection<Guid> bookingIds, CancellationToken cancellationToken)
    {
        if (bookingIds.Count == 0)
        {
            return [];
        }

        var standing = await db.Bookings.AsNoTracking().Where(b => bookingIds.Contains(b.Id)).Select(b => new { b.Day, b.Start }).ToListAsync(cancellationToken);
        var slots = standing.Select(b => new Slot(b.Day, b.Start)).ToHashSet();
        await SlotRows.LockAsync(db, slots, cancellationToken);
        var bookings = await db.Bookings.AsTracking().Where(b => bookingIds.Contains(b.Id)).ToListAsync(cancellationToken);
        return [.. bookings.Where(b => slots.Contains(b.Slot))];
    }

    /// <summary>Calls a locked booking off: its places are free, and the log tells it in words that make nobody write to the calendar.</summary>
    public async Task CallOffAsync(Booking booking, CancellationToken cancellationToken)
    {
        db.SlotPlaces.RemoveRange(await db.SlotPlaces.AsTracking().Where(p => p.BookingId == booking.Id).ToListAsync(cancellationToken));
        _outcomes.Set(booking, BookingStatus.Cancelled, OutcomeSource.Calendar, accountId: null);
        booking.CancelReason = Reason;
        booking.CancelledInCalendar = true;
        booking.ChangedAt = now;
        booking.LastCommandId = null;
        db.Events.Add(new OfficeEvent { Kind = EventKinds.CancelledInCalendar, At = now, BookingId = booking.Id, Day = booking.Day, Start = booking.Start });
    }

    /// <summary>Takes a locked booking back whose deleted event people have put back themselves; like what they enter by hand it takes its places also in a full slot.</summary>
    public async Task ReinstateAsync(Booking booking, CancellationToken cancellationToken)
    {
        var (day, start) = (booking.Day, booking.Start);
        var sold = await db.SlotPlaces.Where(p => p.Day == day && p.Start == start).Select(p => p.Number).ToHashSetAsync(cancellationToken);
        var free = Enumerable.Range(1, sold.Count + booking.Places).Where(number => !sold.Contains(number)).Take(booking.Places);
        db.SlotPlaces.AddRange(free.Select(number => new SlotPlace { Day = day, Start = start, Number = number, BookingId = booking.Id }));
        _outcomes.Set(booking, BookingStatus.Open, OutcomeSource.Calendar, accountId: null);
        (booking.DecidedAt, booking.DecidedFrom) = (null, null);
        booking.CancelReason = null;
        booking.CancelledInCalendar = false;
        booking.ChangedAt = now;
        booking.LastCommandId = null;
        db.Events.Add(new OfficeEvent { Kind = EventKinds.Restored, At = now, BookingId = booking.Id, Day = day, Start = start });
    }
}
