using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Builders;

/// <summary>An office with a database of its own, people and ready consultants, as most tests of bookings need it.</summary>
internal sealed class Office : IAsyncDisposable
{
    /// <summary>A Tuesday, 09:00 in Berlin; the next working days are no holidays.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 6, 9, 7, 0, 0, TimeSpan.Zero);

    private Office(TestDatabase database, FakeTimeProvider time) => (Database, Time) = (database, time);

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; }

    public OfficeClock Clock => Get<OfficeClock>();

    public DateOnly Today => Clock.Today;

    public Actor Anna { get; private set; } = null!;

    public Actor Ben { get; private set; } = null!;

    public Actor Admin { get; private set; } = null!;

    public IReadOnlyList<Consultant> Consultants { get; private set; } = [];

    /// <param name="kind">Which database.</param>
    /// <param name="consultants">How many consultants with local calendars, ready in every slot.</param>
    /// <param name="register">What the test needs besides.</param>
    /// <param name="time">A clock that others share; else one that stands at <see cref="Tuesday"/>.</param>
    /// <param name="isDurable">See <see cref="TestDatabase.CreateAsync"/>.</param>
    public static async Task<Office> OpenAsync(
        DatabaseKind kind, int consultants = 2, Action<IServiceCollection>? register = null, FakeTimeProvider? time = null, bool isDurable = false)
    {
        time ??= new WallClock(Tuesday);
        var database = await TestDatabase.CreateAsync(kind, services =>
        {
            Register(services, time);
            register?.Invoke(services);
        }, isDurable);
        var office = new Office(database, time);
        office.Anna = await office.HireAsync("anna", "Anna Richter", Roles.Agent);
        office.Ben = await office.HireAsync("ben", "Ben Sommer", Roles.Agent);
        office.Admin = await office.HireAsync("admin", "Ada Winter", Roles.Admin);
        office.Consultants = [.. Enumerable.Range(1, consultants).Select(n => new Consultant { Name = $"Berater {n}", Position = n, IsFullTime = true })];
        await office.ChangeAsync(db => db.Consultants.AddRange(office.Consultants));
        await office.MakeReadyAsync(office.Today, days: 56);
        return office;
    }

    /// <summary>What the product registers for booking, with the clock given.</summary>
    public static void Register(IServiceCollection services, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddSingleton(provider => new OfficeClock(provider.GetRequiredService<TimeProvider>(), Berlin.Zone));
        services.AddBookings();
        services.AddCustomers();
    }

    public T Get<T>()
        where T : notnull => Database.Provider.GetRequiredService<T>();

    public Task<CommandAnswer> SendAsync(BookingCommand command) => Get<BookingService>().SendAsync(command, CancellationToken.None);

    public Task<Actor> HireAsync(string name, string displayName, string role) => AnAccount.HireAsync(Database.Database, name, displayName, role);

    /// <summary>All consultants are ready in all slots of the days from <paramref name="first"/> on.</summary>
    public Task MakeReadyAsync(DateOnly first, int days) => ChangeAsync(db =>
    {
        var slots = Enumerable.Range(0, days).SelectMany(n => SlotGrid.Default.SlotsOn(first.AddDays(n)));
        db.ReadySlots.AddRange(slots.SelectMany(s => Consultants.Select(c => new ReadySlot { Day = s.Day, Start = s.Start, ConsultantId = c.Id })));
        db.AvailabilityWindows.Add(new AvailabilityWindow { First = first, Through = first.AddDays(days - 1) });
    });

    public async Task ChangeAsync(Action<SlotBookingDb> change)
    {
        await using var db = await Database.Contexts.CreateDbContextAsync();
        change(db);
        await db.SaveChangesAsync();
    }

    public async Task<T> ReadAsync<T>(Func<SlotBookingDb, Task<T>> read)
    {
        await using var db = await Database.Contexts.CreateDbContextAsync();
        return await read(db);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
