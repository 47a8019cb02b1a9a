using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Accounts;

/// <summary>A database with the roles and an agent „anna“, with cheap hashes and a clock that stands.</summary>
internal sealed class AccountBed : IAsyncDisposable
{
    public const string Password = "das-richtige-kennwort";
    public static readonly Actor Author = new(null, "Test");

    private AccountBed(TestDatabase database, CountingHasher hasher, FakeTimeProvider clock)
    {
        (Database, Hasher, Clock) = (database, hasher, clock);
    }

    public TestDatabase Database { get; }

    public CountingHasher Hasher { get; }

    public FakeTimeProvider Clock { get; }

    public SignInDesk SignIn => Get<SignInDesk>();

    public AccountDesk Desk => Get<AccountDesk>();

    public SessionBook Book => Get<SessionBook>();

    public static async Task<AccountBed> CreateAsync(DatabaseKind kind)
    {
        var (hasher, clock) = (new CountingHasher(), new WallClock(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
        var bed = new AccountBed(await TestDatabase.CreateAsync(kind, services => Register(services, hasher, clock)), hasher, clock);
        await bed.Get<FirstAccounts>().EnsureRolesAsync(CancellationToken.None);
        await bed.AddAsync("anna", Roles.Agent);
        return bed;
    }

    /// <summary>The same data as another node sees it, with the same clock and the same counter.</summary>
    public ServiceProvider AnotherNode() => Database.AsAnotherProcess(services => Register(services, Hasher, Clock));

    public T Get<T>()
        where T : notnull => Database.Provider.GetRequiredService<T>();

    public Task<AccountAnswer> AddAsync(string name, params string[] roles) =>
        Desk.AddAsync(new NewAccount(name, null, Password, roles, MustChangePassword: false), Author, CancellationToken.None);

    public Task<SignInAnswer> TryAsync(string password, string name = "anna") => SignIn.TryAsync(name, password, CancellationToken.None);

    public async Task<SignedIn> WelcomeAsync(string name = "anna") => Assert.IsType<SignInAnswer.Welcome>(await TryAsync(Password, name)).Person;

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static void Register(IServiceCollection services, CountingHasher hasher, FakeTimeProvider clock)
    {
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<TimeProvider>(clock);
        services.AddAccounts();
        services.AddSingleton<IPasswordHasher<Account>>(hasher);
    }
}
