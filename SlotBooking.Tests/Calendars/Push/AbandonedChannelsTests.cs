using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Push;

/// <summary>Channels that nobody wants any more are closed at Google; they would push for a week else.</summary>
public sealed class AbandonedChannelsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_program_that_no_longer_wants_pushes_closes_the_channels_that_are_open(DatabaseKind kind)
    {
        await using var bed = await OpenAsync(kind);
        var channel = Assert.Single(bed.Google.Open);
        await using var without = bed.World.Bed.AnotherProcess(GoogleBed.Configuration(bed.World.Google));

        await without.GetRequiredService<AbandonedChannels>().CloseAsync(default);

        Assert.Empty(bed.Google.Open);
        Assert.Empty(await bed.StoredAsync());
        Assert.Equal(404, await bed.PostAsync(channel.Id, channel.Token));
        Assert.Null(without.GetService<PushChannels>());
    }

    [Fact]
    public async Task The_channel_of_a_consultant_who_left_is_closed_and_the_others_stay()
    {
        await using var bed = await PushBed.CreateAsync();
        bed.World.Google.AddCalendar("clara@stand-in.example");
        var clara = await bed.World.Bed.AddConsultantAsync("Clara", "clara@stand-in.example");
        await bed.World.SyncAsync();
        await bed.Channels.RenewAsync(default);
        Assert.Equal(2, bed.Google.Open.Count);
        await bed.World.Bed.Database.WriteAsync(async db => (await db.Consultants.SingleAsync(c => c.Id == clara.Id)).IsActive = false, default);

        await bed.World.Bed.Get<AbandonedChannels>().CloseAsync(default);

        Assert.Equal(StandInServer.CentralId, Assert.Single(bed.Google.Open).CalendarId);
        Assert.Equal(CalendarKeys.Central, Assert.Single(await bed.StoredAsync()).CalendarKey);
    }

    [Fact]
    public async Task What_Google_does_not_close_now_is_closed_at_the_next_look()
    {
        await using var bed = await OpenAsync();
        await using var without = bed.World.Bed.AnotherProcess(GoogleBed.Configuration(bed.World.Google));
        bed.World.Google.Tokens.RefuseWith = "invalid_grant";
        var abandoned = without.GetRequiredService<AbandonedChannels>();
        await abandoned.CloseAsync(default);
        Assert.Single(bed.Google.Open);
        Assert.Single(await bed.StoredAsync());

        bed.World.Google.Tokens.RefuseWith = null;
        await abandoned.CloseAsync(default);

        Assert.Empty(bed.Google.Open);
    }

    [Fact]
    public async Task Who_has_no_channels_asks_nobody_and_the_loop_runs_wherever_Google_is_on()
    {
        await using var world = await GoogleBed.CreateAsync();
        await world.Bed.Get<AbandonedChannels>().CloseAsync(default);
        Assert.Empty(world.Google.Requests);

        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        CalendarBed.Register(services, world.Bed.Time, GoogleBed.Configuration(world.Google));
        services.AddCalendarLoops();
        Assert.Contains(services, s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(PushLoop));
    }

    private static async Task<PushBed> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var bed = await PushBed.CreateAsync(kind);
        await bed.World.SyncAsync();
        await bed.Channels.RenewAsync(default);
        return bed;
    }
}
