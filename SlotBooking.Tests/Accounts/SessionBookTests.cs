using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Accounts;

public sealed class SessionBookTests
{
    [Fact]
    public async Task A_session_without_a_sign_of_life_ends_after_the_idle_limit()
    {
        await using var bed = await AccountBed.CreateAsync(DatabaseKind.Sqlite);
        var person = await bed.WelcomeAsync();

        bed.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.True(await bed.Book.IsLiveAsync(person.SessionId, CancellationToken.None));
        bed.Clock.Advance(TimeSpan.FromMinutes(119));
        bed.Book.Seen(person.SessionId);
        bed.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.True(await bed.Book.IsLiveAsync(person.SessionId, CancellationToken.None));
        bed.Clock.Advance(TimeSpan.FromMinutes(121));
        Assert.False(await bed.Book.IsLiveAsync(person.SessionId, CancellationToken.None));
    }

    [Fact]
    public async Task An_open_page_ends_at_the_absolute_limit_however_busy_it_is()
    {
        await using var bed = await AccountBed.CreateAsync(DatabaseKind.Sqlite);
        var person = await bed.WelcomeAsync();
        var ended = 0;
        using var watch = bed.Book.WatchOver(person.SessionId, () => ended++);

        for (var hour = 0; hour < 11; hour++)
        {
            bed.Clock.Advance(TimeSpan.FromHours(1));
            bed.Book.Seen(person.SessionId);
            await bed.Book.RefreshAsync(CancellationToken.None);
            Assert.Equal(0, ended);
        }

        bed.Clock.Advance(TimeSpan.FromHours(1));
        bed.Book.Seen(person.SessionId);
        await bed.Book.RefreshAsync(CancellationToken.None);
        await bed.Book.RefreshAsync(CancellationToken.None);
        Assert.Equal(1, ended);
        Assert.Equal(0, bed.Book.Watches);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sign_of_life_on_one_node_counts_on_another(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);
        await using var other = bed.AnotherNode();
        var person = await bed.WelcomeAsync();

        bed.Clock.Advance(TimeSpan.FromMinutes(100));
        bed.Book.Seen(person.SessionId);
        await bed.Book.RefreshAsync(CancellationToken.None);
        bed.Clock.Advance(TimeSpan.FromMinutes(100));

        Assert.True(await other.GetRequiredService<SessionBook>().IsLiveAsync(person.SessionId, CancellationToken.None));
    }

    [Fact]
    public async Task Signing_out_ends_the_other_pages_of_the_same_session_at_once()
    {
        await using var bed = await AccountBed.CreateAsync(DatabaseKind.Sqlite);
        var (here, elsewhere) = (await bed.WelcomeAsync(), await bed.WelcomeAsync());
        var ended = new List<string>();
        using var watch = bed.Book.WatchOver(here.SessionId, () => ended.Add("here"));
        using var stranger = bed.Book.WatchOver(elsewhere.SessionId, () => ended.Add("elsewhere"));

        await bed.Book.EndAsync(here.SessionId, CancellationToken.None);

        Assert.Equal(["here"], ended);
        Assert.False(await bed.Book.IsLiveAsync(here.SessionId, CancellationToken.None));
        Assert.True(await bed.Book.IsLiveAsync(elsewhere.SessionId, CancellationToken.None));
    }
}
