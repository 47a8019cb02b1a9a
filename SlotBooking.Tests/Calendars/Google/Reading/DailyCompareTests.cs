using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Settings;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Reading;

/// <summary>Changes get lost on the way; once a day the whole calendar is held against its mirror, and what was found is counted.</summary>
public sealed class DailyCompareTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Once_a_day_what_changes_did_not_tell_is_found_counted_and_put_right(DatabaseKind kind)
    {
        await using var world = await GoogleBed.CreateAsync(kind);
        for (var number = 1; number < 6; number++)
        {
            world.Central.Insert(GoogleBed.Entered($"hand{number}", "Beispiel, Berta", world.Bed.Hours(number + 2, 11)));
        }

        await world.SyncAsync();
        await world.Bed.Database.WriteAsync(
            async db =>
            {
                await db.MirroredEvents.Where(e => e.EventId == "hand1").ExecuteDeleteAsync();
                await db.MirroredEvents.Where(e => e.EventId == "hand2").ExecuteUpdateAsync(set => set.SetProperty(e => e.Title, "Beispiel, Bernd"));
            },
            default);
        world.Central.Purge("hand3");
        world.Central.Delete("hand4", ifMatch: null); // this one is told: it did not get lost
        await world.SyncAsync();
        Assert.Equal((null, 0), await ComparedAsync(world));

        world.Bed.Time.Advance(TimeSpan.FromDays(1));
        world.Google.Requests.Clear();
        Assert.True((await world.SyncAsync()).IsComplete);

        Assert.Equal((world.Bed.Clock.Now, 3), await ComparedAsync(world));
        Assert.Equal(["hand1", "hand2", "hand5"], (await world.Bed.MirrorAsync(CalendarKeys.Central)).Select(e => e.EventId));
        Assert.Equal(2, world.Google.Requests.Count);
        world.Bed.Time.Advance(TimeSpan.FromHours(1));
        await world.SyncAsync();
        Assert.Equal(3, world.Google.Requests.Count);

        world.Bed.Time.Advance(TimeSpan.FromDays(1));
        await world.SyncAsync();
        Assert.Equal((world.Bed.Clock.Now, 0), await ComparedAsync(world));
    }

    [Fact]
    public async Task An_event_that_the_new_day_brings_into_the_window_did_not_get_lost()
    {
        await using var world = await GoogleBed.CreateAsync();
        await world.SyncAsync();
        var last = await LastDayAsync(world);
        world.Central.Insert(GoogleBed.Entered("ferne1", "Beispiel, Berta", world.Bed.Hours(last + 1, 11)));
        await world.SyncAsync();
        Assert.Empty(await world.Bed.MirrorAsync(CalendarKeys.Central));

        world.Bed.Time.Advance(TimeSpan.FromDays(1));
        await world.SyncAsync();

        Assert.Single(await world.Bed.MirrorAsync(CalendarKeys.Central));
        Assert.Equal((world.Bed.Clock.Now, 0), await ComparedAsync(world));
    }

    private static async Task<int> LastDayAsync(GoogleBed world)
    {
        var settings = await world.Bed.Get<Core.Settings.SettingsStore>().ReadAsync(default);
        var window = SyncWindow.At(world.Bed.Clock, settings.Horizon);
        return world.Bed.Clock.WallClock(window.End.AddTicks(-1)).Day.DayNumber - world.Bed.Clock.Today.DayNumber;
    }

    private static async Task<(DateTimeOffset? At, int Found)> ComparedAsync(GoogleBed world)
    {
        var state = await world.Bed.StateAsync(CalendarKeys.Central);
        return (state.ComparedAt, state.ComparedFound);
    }
}
