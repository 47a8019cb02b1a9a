using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.CalendarSync;

public sealed class ErasedEventsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_built_in_calendar_forgets_name_and_note_and_keeps_marker_and_colour(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var booking = await bed.BookAsync();
        await bed.RunOutboxAsync();
        await bed.Database.WriteAsync(
            async db => (await db.LocalEvents.SingleAsync(e => e.BookingId == booking.Id)).Title += " (Bruder von Jan) ( Ghost )", CancellationToken.None);

        await EraseAsync(bed, booking);

        var left = await (await bed.ReadAsync()).LocalEvents.SingleAsync(e => e.BookingId == booking.Id);
        Assert.Equal(("Gelöscht, Kunde ( Ghost )", "[Booked by: anna]", "7"), (left.Title, left.Description, left.ColorId));
    }

    [Fact]
    public async Task Google_forgets_it_too_and_an_event_that_is_gone_is_not_made_anew()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var id = (string)world.TheEvent()["id"]!;
        world.Central.Change(id, new() { ["summary"] = "Muster, Max ( erschienen )", ["description"] = "Hat angerufen" }, ifMatch: null);

        await EraseAsync(world.Bed, booking);

        Assert.Equal(("Gelöscht, Kunde ( erschienen )", "[Booked by: anna]"), ((string?)world.TheEvent()["summary"], (string?)world.TheEvent()["description"]));
        world.Central.Purge(id);
        await world.Bed.ChangeAsync(booking, EventKinds.Anonymised, _ => { });
        await world.Bed.RunOutboxAsync();
        Assert.Empty(world.Central.Alive());
    }

    [Fact]
    public async Task A_cancelled_appointment_that_still_stood_in_the_calendar_is_taken_away_and_emptied()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        await world.Bed.ChangeAsync(booking, EventKinds.Cancelled, b => (b.Status, b.CancelReason) = (BookingStatus.Cancelled, "Kunde hat abgesagt"));

        await EraseAsync(world.Bed, booking);

        Assert.Empty(world.Central.Alive());
        Assert.DoesNotContain("Muster", world.Central.All().Single().ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task EraseAsync(CalendarBed bed, Booking booking)
    {
        await bed.ChangeAsync(
            booking,
            EventKinds.Anonymised,
            b => (b.LastName, b.FirstName, b.NameKey, b.Note) = (Customer.ErasedLastName, Customer.ErasedFirstName, "", null));
        await bed.RunOutboxAsync();
    }
}
