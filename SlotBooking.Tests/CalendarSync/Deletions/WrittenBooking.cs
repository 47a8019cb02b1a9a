using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Tests.Calendars.Google;

namespace SlotBooking.Tests.CalendarSync.Deletions;

/// <summary>A booking that stands in Google's stand-in, and what becomes of it.</summary>
internal static class WrittenBooking
{
    /// <summary>A booking whose event stands in the calendar and in the mirror.</summary>
    public static async Task<Booking> WrittenAsync(GoogleBed world)
    {
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        await world.SyncAsync();
        Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
        return booking;
    }

    /// <summary>The event is gone for good, and so is the token: the next list lacks it.</summary>
    public static async Task VanishAsync(GoogleBed world, Booking booking)
    {
        world.Central.Purge(EventOf(booking));
        world.Central.ForgetTokens();
        await world.SyncAsync();
        Assert.Single(await AbsencesAsync(world));
    }

    public static string EventOf(Booking booking) => AppointmentEventId.Of(booking.Id, 0);

    public static async Task<Booking> StoredAsync(GoogleBed world, Booking booking)
    {
        await using var db = await world.Bed.ReadAsync();
        return await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking.Id);
    }

    public static async Task<List<CalendarAbsence>> AbsencesAsync(GoogleBed world)
    {
        await using var db = await world.Bed.ReadAsync();
        return await db.CalendarAbsences.AsNoTracking().ToListAsync();
    }
}
