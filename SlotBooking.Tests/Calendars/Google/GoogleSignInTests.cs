using SlotBooking.Core.Calendars;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes.GoogleStandIn;

namespace SlotBooking.Tests.Calendars.Google;

public sealed class GoogleSignInTests
{
    [Fact]
    public async Task One_token_serves_many_requests_until_it_is_over()
    {
        await using var world = await GoogleBed.CreateAsync();
        await world.SyncAsync();
        await world.SyncAsync();
        Assert.Equal(1, world.Google.Tokens.Given);

        world.Bed.Time.Advance(Tokens.Life);
        Assert.True((await world.SyncAsync()).IsComplete);
        Assert.Equal(2, world.Google.Tokens.Given);
    }

    [Fact]
    public async Task A_token_that_Google_no_longer_takes_is_fetched_anew()
    {
        await using var world = await GoogleBed.CreateAsync();
        await world.SyncAsync();

        world.Google.Tokens.Revoke();

        Assert.True((await world.SyncAsync()).IsComplete);
        Assert.Equal(2, world.Google.Tokens.Given);
    }

    [Fact]
    public async Task A_revoked_key_is_named_and_no_success_is_reported()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Tokens.RefuseWith = "invalid_grant";
        await world.Bed.BookAsync();

        var report = await world.SyncAsync();
        await world.Bed.RunOutboxAsync();

        Assert.Contains("invalid_grant", Assert.Single(report.Calendars).Error, StringComparison.Ordinal);
        Assert.Equal((1, 0), (world.Bed.Health.Current.Waiting, world.Bed.Health.Current.Parked));
    }

    [Fact]
    public async Task A_refusal_of_every_token_ends_after_one_refresh()
    {
        await using var world = await GoogleBed.CreateAsync();
        world.Google.Faults.Next(new Fault.Refuse(401, "authError"), count: 100);

        var report = await world.SyncAsync();

        Assert.False(report.IsComplete);
        Assert.Equal(2, world.Google.Requests.Count);
    }

    [Fact]
    public async Task A_key_that_is_not_the_accounts_is_not_let_in()
    {
        await using var world = await GoogleBed.CreateAsync();
        using var stranger = new ServiceAccount(world.Google.Account.TokenUri, ServiceAccount.NewKey());
        await using var bed = await CalendarBed.CreateAsync(
            Persistence.DatabaseKind.Sqlite, world.Bed.Time, [.. GoogleBed.Configuration(world.Google)[1..], ("GOOGLE_CREDS_BASE64", stranger.CredentialsBase64)]);

        Assert.False((await bed.Sync.SyncAsync(null, default)).IsComplete);

        Assert.Equal(0, world.Google.Tokens.Given);
        Assert.Contains("invalid_grant", (await bed.StateAsync(CalendarKeys.Central)).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hanging_Google_is_given_up_after_the_time_out()
    {
        await using var world = await GoogleBed.CreateAsync(configuration: ("Calendar:Google:TimeoutSeconds", "1"));
        world.Google.Faults.Next(new Fault.Hang(), count: 100);

        var report = await world.SyncAsync();

        Assert.Equal("Google hat nicht rechtzeitig geantwortet.", Assert.Single(report.Calendars).Error);
    }
}
