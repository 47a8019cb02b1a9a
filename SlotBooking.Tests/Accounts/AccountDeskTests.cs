using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Accounts;

public sealed class AccountDeskTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_name_is_given_once_whatever_its_case(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);

        Assert.IsType<AccountAnswer.NameTaken>(await bed.AddAsync("ANNA", Roles.Agent));
        Assert.IsType<AccountAnswer.BadName>(await bed.AddAsync("a:b", Roles.Agent));
        Assert.IsType<AccountAnswer.BadRole>(await bed.AddAsync("ben", "boss"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_change_ends_the_sessions_and_tells_the_log(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);
        Func<Task<AccountAnswer>>[] changes =
        [
            () => bed.Desk.SetRoleAsync("anna", Roles.Consultant, AccountBed.Author, CancellationToken.None),
            () => bed.Desk.ResetPasswordAsync("anna", AccountBed.Password, AccountBed.Author, CancellationToken.None),
            () => bed.Desk.DisableAsync("anna", AccountBed.Author, CancellationToken.None),
        ];

        foreach (var change in changes)
        {
            var person = await bed.WelcomeAsync();
            var ended = false;
            using var watch = bed.Book.WatchOver(person.SessionId, () => ended = true);

            Assert.IsType<AccountAnswer.Done>(await change());
            await bed.Book.RefreshAsync(CancellationToken.None);

            Assert.True(ended);
            bed.Book.Doubt();
            Assert.False(await bed.Book.IsLiveAsync(person.SessionId, CancellationToken.None));
        }

        await using var db = await bed.Database.Contexts.CreateDbContextAsync();
        var told = await db.Events.Where(e => e.Kind == EventKinds.AccountChanged).OrderBy(e => e.Sequence).Select(e => e.Detail!).ToListAsync();
        Assert.Equal(4, told.Count);
        Assert.All(told, detail => Assert.Contains("\"by\":\"Test\"", detail, StringComparison.Ordinal));
        Assert.All(told, detail => Assert.DoesNotContain("anna", detail, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_last_admin_stays_also_when_two_remove_each_other(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);
        await bed.AddAsync("eva", Roles.Admin);
        await bed.AddAsync("udo", Roles.Admin);
        await using var other = bed.AnotherNode();

        var answers = await Task.WhenAll(
            bed.Desk.DisableAsync("eva", AccountBed.Author, CancellationToken.None),
            other.GetRequiredService<AccountDesk>().SetRoleAsync("udo", Roles.Agent, AccountBed.Author, CancellationToken.None));

        Assert.Single(answers, answer => answer is AccountAnswer.LastAdmin);
        Assert.Single(await bed.Desk.ListAsync(CancellationToken.None), a => !a.IsDisabled && a.Roles.Contains(Roles.Admin));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Processes_that_start_at_once_make_the_first_accounts_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var nodes = Enumerable.Range(0, 4).Select(_ => database.AsAnotherProcess(services => services
            .AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddAccounts()
            .AddSingleton<Microsoft.AspNetCore.Identity.IPasswordHasher<Account>>(new CountingHasher()))).ToList();

        await Task.WhenAll(nodes.Select(async (node, i) =>
        {
            var first = node.GetRequiredService<FirstAccounts>();
            await first.EnsureRolesAsync(CancellationToken.None);
            await first.MakeListedAsync(UserList.Read($"anna:ein-langes-kennwort,ben:kurz,knoten{i}:noch-ein-kennwort", "ben"), CancellationToken.None);
        }));

        var made = await nodes[0].GetRequiredService<AccountDesk>().ListAsync(CancellationToken.None);
        Assert.Equal(3, made.Count);
        Assert.Equal((false, true), (made[0].MustChangePassword, made[1].MustChangePassword));
        Assert.Equal((Roles.Agent, Roles.Admin), (Assert.Single(made[0].Roles), Assert.Single(made[1].Roles)));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changing_ones_own_password_ends_all_sessions_but_a_new_one(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);
        var (here, there) = (await bed.WelcomeAsync(), await bed.WelcomeAsync());
        var own = bed.Get<OwnPassword>();

        Assert.IsType<AccountAnswer.WrongPassword>((await own.ChangeAsync(here.AccountId, "falsch", "ein-neues-kennwort", CancellationToken.None)).Answer);
        Assert.IsType<AccountAnswer.SamePassword>((await own.ChangeAsync(here.AccountId, AccountBed.Password, AccountBed.Password, CancellationToken.None)).Answer);
        var (answer, person) = await own.ChangeAsync(here.AccountId, AccountBed.Password, "ein-neues-kennwort", CancellationToken.None);

        Assert.IsType<AccountAnswer.Done>(answer);
        bed.Book.Doubt();
        Assert.False(await bed.Book.IsLiveAsync(here.SessionId, CancellationToken.None));
        Assert.False(await bed.Book.IsLiveAsync(there.SessionId, CancellationToken.None));
        Assert.True(await bed.Book.IsLiveAsync(person!.SessionId, CancellationToken.None));
        Assert.IsType<SignInAnswer.Wrong>(await bed.TryAsync(AccountBed.Password));
        Assert.IsType<SignInAnswer.Welcome>(await bed.TryAsync("ein-neues-kennwort"));
    }
}
