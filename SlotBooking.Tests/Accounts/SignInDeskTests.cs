using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Accounts;

public sealed class SignInDeskTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_right_password_opens_a_session_whatever_the_case_of_the_name(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);

        var person = Assert.IsType<SignInAnswer.Welcome>(await bed.TryAsync(AccountBed.Password, " ANNA ")).Person;

        Assert.Equal(("anna", Roles.Agent), (person.UserName, Assert.Single(person.Roles)));
        Assert.True(await bed.Book.IsLiveAsync(person.SessionId, CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fifty_wrong_tries_at_once_on_two_nodes_get_five_looks(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);
        await using var other = bed.AnotherNode();
        SignInDesk[] desks = [bed.SignIn, other.GetRequiredService<SignInDesk>()];

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => desks[i % 2].TryAsync("anna", $"falsch-{i}", CancellationToken.None)));

        Assert.InRange(bed.Hasher.Looks, 1, 5);
        Assert.All(answers, answer => Assert.IsNotType<SignInAnswer.Welcome>(answer));
        Assert.IsType<SignInAnswer.Locked>(await bed.TryAsync(AccountBed.Password));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Right_tries_at_once_do_not_lock_one_another_out(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bed.TryAsync(AccountBed.Password)));

        Assert.All(answers, answer => Assert.IsType<SignInAnswer.Welcome>(answer));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lock_holds_for_fifteen_minutes(DatabaseKind kind)
    {
        await using var bed = await AccountBed.CreateAsync(kind);
        for (var i = 0; i < 5; i++)
        {
            await bed.TryAsync("falsch");
        }

        bed.Clock.Advance(TimeSpan.FromMinutes(14.9));
        Assert.IsType<SignInAnswer.Locked>(await bed.TryAsync(AccountBed.Password));
        bed.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.IsType<SignInAnswer.Welcome>(await bed.TryAsync(AccountBed.Password));
    }

    [Fact]
    public async Task Whoever_was_locked_and_is_let_in_again_from_the_console_need_not_wait()
    {
        await using var bed = await AccountBed.CreateAsync(DatabaseKind.Sqlite);
        using var watcher = ActivatorUtilities.CreateInstance<SessionWatcher>(bed.Database.Provider);
        await watcher.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => bed.Database.Feed.Listeners > 0, "the watcher listens");
        for (var i = 0; i < 5; i++)
        {
            await bed.TryAsync("falsch");
        }

        Assert.IsType<SignInAnswer.Locked>(await bed.TryAsync(AccountBed.Password));
        await bed.Desk.EnableAsync("anna", AccountBed.Author, CancellationToken.None);

        Assert.IsType<SignInAnswer.Welcome>(await bed.TryAsync(AccountBed.Password));
        await watcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Four_failures_and_a_success_start_the_count_anew()
    {
        await using var bed = await AccountBed.CreateAsync(DatabaseKind.Sqlite);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                Assert.IsType<SignInAnswer.Wrong>(await bed.TryAsync("falsch"));
            }

            await bed.WelcomeAsync();
        }
    }

    [Fact]
    public async Task Unknown_and_disabled_names_get_the_answers_and_the_work_of_a_known_one()
    {
        await using var bed = await AccountBed.CreateAsync(DatabaseKind.Sqlite);
        await bed.AddAsync("ben", Roles.Agent);
        await bed.Desk.DisableAsync("ben", AccountBed.Author, CancellationToken.None);

        var known = await SevenTriesAsync("anna", "falsch");
        var unknown = await SevenTriesAsync("niemand", "falsch");
        var disabled = await SevenTriesAsync("ben", AccountBed.Password);

        Assert.Equal(known, unknown);
        Assert.Equal(known, disabled);

        async Task<string> SevenTriesAsync(string name, string password)
        {
            var before = bed.Hasher.Work;
            var answers = new List<string>();
            for (var i = 0; i < 7; i++)
            {
                answers.Add((await bed.TryAsync(password, name)).GetType().Name);
            }

            return $"{string.Join(' ', answers)}, work {bed.Hasher.Work - before}";
        }
    }

    [Fact]
    public async Task A_lock_of_the_database_that_this_node_has_not_seen_tells_nothing()
    {
        await using var bed = await AccountBed.CreateAsync(DatabaseKind.Sqlite);
        await using var other = bed.AnotherNode();
        for (var i = 0; i < 5; i++)
        {
            await other.GetRequiredService<SignInDesk>().TryAsync("anna", "falsch", CancellationToken.None);
        }

        Assert.IsType<SignInAnswer.Wrong>(await bed.TryAsync(AccountBed.Password));
        Assert.IsType<SignInAnswer.Wrong>(await bed.TryAsync(AccountBed.Password, "niemand"));
    }

    [Fact]
    public async Task Real_hashes_have_the_rounds_and_the_algorithm_that_were_asked_for()
    {
        var hasher = new Microsoft.AspNetCore.Identity.PasswordHasher<Account>(
            Microsoft.Extensions.Options.Options.Create(new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = PasswordHashing.Rounds }));
        using var hashing = new PasswordHashing(hasher);

        var hash = await hashing.HashAsync("ein-kennwort", CancellationToken.None);
        var bytes = Convert.FromBase64String(hash);

        Assert.Equal(1, bytes[0]);
        Assert.Equal(2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1))); // HMAC-SHA512
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)) >= 220_000);
        Assert.True(await hashing.VerifyAsync(hash, "ein-kennwort", CancellationToken.None));
        Assert.False(await hashing.VerifyAsync(hash, "ein-anderes", CancellationToken.None));
        Assert.False(await hashing.VerifyAsync(null, "ein-kennwort", CancellationToken.None));
    }
}
