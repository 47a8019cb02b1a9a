using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Reading;

/// <summary>The night the clocks change, and a server whose clock is wrong: no event ends up in another slot, nothing is called off early.</summary>
public sealed class ClockTests
{
    /// <summary>The Monday before the clocks go back, and the one before they go forward.</summary>
    private static readonly DateTimeOffset Autumn = new(2026, 10, 19, 8, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Spring = new(2027, 3, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false, "2026-10-24T11:00:00+02:00", "2026-10-24 11:00")]
    [InlineData(false, "2026-10-26T11:00:00+01:00", "2026-10-26 11:00")]
    [InlineData(false, "2026-10-25T02:30:00+02:00", "2026-10-25 02:30")]
    [InlineData(false, "2026-10-25T02:30:00+01:00", "2026-10-25 02:30")]
    [InlineData(false, "2026-10-26T10:00:00Z", "2026-10-26 11:00")]
    [InlineData(false, "2026-10-26T06:00:00-04:00", "2026-10-26 11:00")]
    [InlineData(true, "2027-03-27T11:00:00+01:00", "2027-03-27 11:00")]
    [InlineData(true, "2027-03-29T11:00:00+02:00", "2027-03-29 11:00")]
    [InlineData(true, "2027-03-28T02:30:00", "2027-03-28 03:30")]
    public async Task Around_the_night_the_clocks_change_events_stand_where_the_offices_clock_shows_them(bool isSpring, string start, string wall)
    {
        await using var world = await GoogleBed.CreateAsync(DatabaseKind.Sqlite, new WallClock(isSpring ? Spring : Autumn));
        world.Google.Faults.Next(new Fault.Say(
            $$"""{"kind":"calendar#events","items":[{"id":"nacht1","summary":"Beispiel, Berta","start":{"dateTime":"{{start}}"},"end":{"dateTime":"{{start[..11]}}23:00:00+01:00"} }],"nextSyncToken":"sync|x|0"}"""));

        Assert.True((await world.SyncAsync()).IsComplete);

        var (day, time) = world.Bed.Clock.WallClock(Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central)).StartsAt);
        Assert.Equal(wall, $"{day:yyyy-MM-dd} {time:HH:mm}");
    }

    [Theory]
    [InlineData(false, "2026-10-25", 25)]
    [InlineData(true, "2027-03-28", 23)]
    public async Task An_all_day_event_of_that_day_is_as_long_as_the_day(bool isSpring, string date, int hours)
    {
        await using var world = await GoogleBed.CreateAsync(DatabaseKind.Sqlite, new WallClock(isSpring ? Spring : Autumn));
        var next = DateOnly.Parse(date, CultureInfo.InvariantCulture).AddDays(1);
        world.Google.Faults.Next(new Fault.Say(
            $$"""{"kind":"calendar#events","items":[{"id":"tag1","start":{"date":"{{date}}"},"end":{"date":"{{next:yyyy-MM-dd}}"} }],"nextSyncToken":"sync|x|0"}"""));

        await world.SyncAsync();

        var row = Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
        Assert.Equal((hours, true), ((row.EndsAt - row.StartsAt).TotalHours, row.IsAllDay));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public async Task A_clock_that_is_minutes_off_moves_no_event_and_calls_nothing_off(int minutes)
    {
        var (world, _) = await OffAsync(minutes);
        await using var disposed = world;
        var booking = await world.Bed.BookAsync();
        await world.Bed.RunOutboxAsync();
        var hours = world.Bed.Hours(1, 14);
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", hours));

        Assert.True((await world.SyncAsync()).IsComplete);
        world.Bed.Time.Advance(CalendarAbsence.Apart);
        Assert.True((await world.SyncAsync()).IsComplete);

        await using var db = await world.Bed.ReadAsync();
        Assert.Equal(BookingStatus.Open, (await db.Bookings.SingleAsync()).Status);
        Assert.Equal([booking.StartsAt, hours.Start], (await world.Bed.MirrorAsync(CalendarKeys.Central)).Select(e => e.StartsAt));
        Assert.Equal(hours.Start, (await db.CentralTakings.SingleAsync()).StartsAt);
        Assert.Empty(await world.Bed.EventsAsync(Core.Events.EventKinds.EditedInCalendar));
    }

    [Fact]
    public async Task A_clock_so_wrong_that_Google_refuses_it_keeps_what_is_known_and_is_named()
    {
        var (world, googles) = await OffAsync(minutes: 0);
        await using var disposed = world;
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        await world.SyncAsync();
        googles.Behind = TimeSpan.FromMinutes(90);
        world.Google.Tokens.Revoke();

        Assert.False((await world.SyncAsync()).IsComplete);

        Assert.Contains("Die Uhr dieses Servers geht 90 Minuten vor", (await world.Bed.StateAsync(CalendarKeys.Central)).LastError, StringComparison.Ordinal);
        Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
    }

    [Fact]
    public async Task A_clock_that_was_ahead_and_is_put_right_does_not_stop_reading_until_it_has_caught_up()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Bed.Time.Advance(TimeSpan.FromHours(3));
        await world.SyncAsync();

        world.Bed.Time.AdjustTime(world.Bed.Time.GetUtcNow().AddHours(-3));
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(1, 11)));
        await world.Bed.Sync.SyncDueAsync(TimeSpan.FromSeconds(48), default);

        Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
        Assert.Equal(world.Bed.Clock.Now, (await world.Bed.StateAsync(CalendarKeys.Central)).KnownAt);
        Assert.Empty((await world.Bed.Sync.SyncDueAsync(TimeSpan.FromSeconds(48), default)).Calendars);
    }

    private static async Task<(GoogleBed World, GooglesClock Clock)> OffAsync(int minutes)
    {
        var time = CalendarBed.MondayAtTen();
        var clock = new GooglesClock(time) { Behind = TimeSpan.FromMinutes(minutes) };
        return (await GoogleBed.CreateAsync(DatabaseKind.Sqlite, time, clock), clock);
    }

    /// <summary>The right time, which ours is ahead of.</summary>
    private sealed class GooglesClock(FakeTimeProvider ours) : TimeProvider
    {
        public TimeSpan Behind { get; set; }

        public override DateTimeOffset GetUtcNow() => ours.GetUtcNow() - Behind;
    }
}
