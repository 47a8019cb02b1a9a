using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Calendars.Push;

/// <summary>Google says that a calendar changed: what is believed of it, and what when it says nothing.</summary>
public sealed class PushTests
{
    [Fact]
    public async Task A_change_is_read_at_once_although_calendars_are_read_once_an_hour()
    {
        await using var bed = await PushBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:SyncSeconds", "3600"));
        using var loop = await StartedAsync(bed);

        bed.World.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", bed.World.Bed.Hours(1, 11)));

        await Eventually.HoldsAsync(async () => (await bed.World.Bed.MirrorAsync(CalendarKeys.Central)).Count == 1, "the change in the mirror");
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task The_first_push_is_let_in_although_it_comes_before_the_answer_and_only_the_tokens_hash_is_kept()
    {
        await using var bed = await OpenAsync();

        Assert.Equal([200], bed.Google.Answers);
        var (stored, opened) = (Assert.Single(await bed.StoredAsync()), Assert.Single(bed.Google.Open));
        Assert.Equal((opened.Id, opened.ResourceId, opened.Until), (stored.ChannelId, stored.ResourceId, stored.ExpiresAt));
        Assert.NotEqual(opened.Token, stored.TokenHash);
        Assert.Equal([CalendarKeys.Central], bed.Pushed.Take());
    }

    [Fact]
    public async Task A_forged_push_is_not_found_and_makes_no_work()
    {
        await using var bed = await OpenAsync();
        bed.Pushed.Take();
        bed.World.Google.Requests.Clear();
        var channel = Assert.Single(bed.Google.Open);

        Assert.Equal(404, await bed.PostAsync(channel.Id, "wrong"));
        Assert.Equal(404, await bed.PostAsync(channel.Id, null));
        Assert.Equal(404, await bed.PostAsync(Guid.NewGuid().ToString("N"), channel.Token));
        Assert.Equal(404, await bed.PostAsync("' OR 1=1", channel.Token));
        Assert.Equal(404, await bed.PostAsync(null, null));
        Assert.Equal(404, await bed.PostAsync(channel.Id, (await bed.StoredAsync())[0].TokenHash));

        Assert.False(bed.Pushed.IsWaiting);
        Assert.Empty(bed.World.Google.Requests);
        Assert.Equal(200, await bed.PostAsync(channel.Id, channel.Token));
        Assert.True(bed.Pushed.IsWaiting);
    }

    [Fact]
    public async Task Doubled_pushes_of_many_changes_are_read_together()
    {
        await using var bed = await PushBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:SyncSeconds", "3600"));
        using var loop = await StartedAsync(bed);
        bed.Google.Copies = 2;
        bed.World.Google.Requests.Clear();

        for (var number = 0; number < 25; number++)
        {
            bed.World.Central.Insert(GoogleBed.Entered($"hand{number}", "Beispiel, Berta", bed.World.Bed.Hours(1 + number, 11)));
        }

        await Eventually.HoldsAsync(async () => (await bed.World.Bed.MirrorAsync(CalendarKeys.Central)).Count == 25, "all changes in the mirror");
        await Eventually.HoldsAsync(() => bed.Google.Answers.Count >= 51, "all pushes are answered");
        Assert.DoesNotContain(404, bed.Google.Answers);
        await Eventually.HoldsAsync(() => !bed.Pushed.IsWaiting, "what was pushed is read");
        Assert.InRange(bed.World.Google.Requests.Count, 1, 24);
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task Dropped_pushes_are_healed_by_reading_in_turn()
    {
        await using var bed = await OpenAsync();
        bed.Google.Copies = 0;
        bed.World.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", bed.World.Bed.Hours(1, 11)));

        bed.World.Bed.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.World.Bed.Sync.SyncDueAsync(TimeSpan.FromSeconds(48), default);

        Assert.Single(await bed.World.Bed.MirrorAsync(CalendarKeys.Central));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_channel_is_renewed_at_four_fifths_of_its_life_the_new_one_before_the_old_one_ends(DatabaseKind kind)
    {
        await using var bed = await OpenAsync(kind);
        var first = Assert.Single(bed.Google.Open);
        bed.World.Bed.Time.Advance((bed.Google.Life * 0.8) - TimeSpan.FromMinutes(1));
        await bed.Channels.RenewAsync(default);
        Assert.Equal([$"open {first.Id}"], bed.Google.Log);

        bed.World.Bed.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.Channels.RenewAsync(default);

        var second = Assert.Single(bed.Google.Open);
        Assert.Equal([$"open {first.Id}", $"open {second.Id}", $"stop {first.Id}"], bed.Google.Log);
        Assert.Equal(second.Id, Assert.Single(await bed.StoredAsync()).ChannelId);
        Assert.Equal(404, await bed.PostAsync(first.Id, first.Token)); // a push that comes late
        Assert.Equal(200, await bed.PostAsync(second.Id, second.Token));
    }

    [Fact]
    public async Task A_channel_that_has_ended_is_let_in_no_more_and_forgotten()
    {
        await using var bed = await OpenAsync();
        var channel = Assert.Single(bed.Google.Open);
        bed.World.Bed.Time.Advance(bed.Google.Life);

        Assert.Equal(404, await bed.PostAsync(channel.Id, channel.Token));
        await bed.Channels.RenewAsync(default);

        Assert.NotEqual(channel.Id, Assert.Single(await bed.StoredAsync()).ChannelId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Several_processes_open_one_channel(DatabaseKind kind)
    {
        await using var bed = await PushBed.CreateAsync(kind);
        await bed.World.SyncAsync();
        await using var other = bed.World.Bed.AnotherProcess([.. GoogleBed.Configuration(bed.World.Google), ("Calendar:Google:PushUri", bed.Address.AbsoluteUri)]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => (n % 2 == 0 ? bed.Channels : other.GetRequiredService<PushChannels>()).RenewAsync(default)));

        Assert.Single(bed.Google.Log);
        Assert.Single(await bed.StoredAsync());
    }

    [Fact]
    public async Task A_channel_whose_answer_got_lost_is_used_because_its_first_push_named_it()
    {
        await using var bed = await PushBed.CreateAsync();
        await bed.World.SyncAsync();
        bed.World.Google.Faults.Next(new Fault.LoseAnswer(), method: "POST");

        await bed.Channels.RenewAsync(default);
        bed.World.Bed.Time.Advance(TimeSpan.FromMinutes(6));
        await bed.Channels.RenewAsync(default);

        var opened = Assert.Single(bed.Google.Open);
        Assert.Equal((opened.Id, opened.ResourceId), ((await bed.StoredAsync()).Single().ChannelId, (await bed.StoredAsync()).Single().ResourceId));
    }

    [Fact]
    public async Task A_Google_that_opens_no_channel_is_asked_again_minutes_later_and_calendars_are_read_all_the_same()
    {
        await using var bed = await PushBed.CreateAsync();
        await bed.World.SyncAsync();
        bed.World.Google.Faults.Next(new Fault.Refuse(400, "push.webhookUrlUnauthorized"), method: "POST");

        await bed.Channels.RenewAsync(default);
        await bed.Channels.RenewAsync(default);
        Assert.Empty(bed.Google.Open);
        Assert.True((await bed.World.SyncAsync()).IsComplete);
        bed.World.Bed.Time.Advance(TimeSpan.FromMinutes(6));
        await bed.Channels.RenewAsync(default);

        Assert.Single(bed.Google.Open);
        Assert.Single(await bed.StoredAsync());
    }

    [Theory]
    [InlineData("termine.example/calendar/push")]
    [InlineData("http://termine.example/calendar/push")]
    [InlineData("ftp://termine.example/")]
    [InlineData("https://a:b@termine.example/")]
    public void An_address_that_Google_cannot_push_to_is_named_at_the_start(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Calendar:Google:PushUri", (string?)address)]).Build();

        var exception = Assert.Throws<ConfigurationException>(() => PushSettings.From(configuration));

        Assert.StartsWith("Calendar:Google:PushUri", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<PushBed> OpenAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var bed = await PushBed.CreateAsync(kind);
        await bed.World.SyncAsync();
        await bed.Channels.RenewAsync(default);
        return bed;
    }

    /// <summary>The loop that reads calendars, after its first look and with an open channel.</summary>
    private static async Task<CalendarSyncLoop> StartedAsync(PushBed bed)
    {
        var loop = ActivatorUtilities.CreateInstance<CalendarSyncLoop>(bed.World.Bed.Get<IServiceProvider>());
        await loop.StartAsync(default);
        await Eventually.HoldsAsync(() => bed.World.Bed.Health.Current.Central?.KnownAt is not null, "the first look");
        await bed.Channels.RenewAsync(default);
        await Eventually.HoldsAsync(() => !bed.Pushed.IsWaiting, "the first push is read");
        return loop;
    }
}
