using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Persistence;
using static SlotBooking.Tests.CalendarSync.Deletions.WrittenBooking;

namespace SlotBooking.Tests.CalendarSync.Deletions;

/// <summary>A whole list is read while an event is being written: what it lacks proves nothing, and is not forgotten either.</summary>
public sealed class VanishedWhileWrittenTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_event_that_vanishes_while_it_is_written_is_missed_twice_after_that_and_then_called_off(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        var booking = await ListedWhileWrittenAsync(world, vanishes: true);
        Assert.Single(await AbsencesAsync(world));

        world.Bed.Time.Advance(CalendarAbsence.Apart);
        await world.SyncAsync();
        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status); // the first look that counts

        world.Bed.Time.Advance(CalendarAbsence.Apart);
        await world.SyncAsync();
        Assert.True((await StoredAsync(world, booking)).CancelledInCalendar);
        Assert.Empty(await AbsencesAsync(world));
    }

    [Fact]
    public async Task An_event_that_was_written_just_behind_the_list_is_found_at_the_next_look()
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await ListedWhileWrittenAsync(world, vanishes: false);

        world.Bed.Time.Advance(CalendarAbsence.Apart);
        await world.SyncAsync();

        Assert.Equal(BookingStatus.Open, (await StoredAsync(world, booking)).Status);
        Assert.Empty(await AbsencesAsync(world));
        Assert.Null(await world.Bed.Sync.LookAgainAtAsync(default));
    }

    /// <summary>A write that takes a second, and a whole list in the middle of it that does not know of the event.</summary>
    private static async Task<Booking> ListedWhileWrittenAsync(GoogleBed world, bool vanishes)
    {
        await world.SyncAsync();
        var booking = await world.Bed.BookAsync();
        var directory = world.Bed.Get<CalendarDirectory>();
        var rows = new OutboxRows(world.Bed.Database, directory, world.Bed.Clock);
        ClaimedWrite? claimed = null;
        await Processes.Eventually.HoldsAsync(
            async () =>
            {
                await world.Bed.Get<OutboxIntake>().RunAsync(default);
                return (claimed = await rows.ClaimAsync(booking.Id, isProbe: false, default)) is not null;
            },
            "the write is claimed");
        world.Central.ForgetTokens();
        if (!vanishes)
        {
            await world.SyncAsync();
        }

        var put = await directory.For(directory.Central).PutAsync(directory.Central, BookingEvents.For(booking), claimed!.Known, default);
        if (vanishes)
        {
            world.Central.Purge(EventOf(booking));
            await world.SyncAsync();
        }

        world.Bed.Time.Advance(TimeSpan.FromSeconds(1));
        await rows.DoneAsync(claimed, put, marks: null, default);
        return booking;
    }
}
