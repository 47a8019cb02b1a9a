using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Local;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.CalendarSync;

/// <summary>A database with the calendars registered as the product registers them, on a Monday at ten in Berlin.</summary>
internal sealed class CalendarBed : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private CalendarBed(TestDatabase database, FakeTimeProvider time)
    {
        _database = database;
        Time = time;
    }

    public static OfficeClock Berlin(TimeProvider time) => new(time, Builders.Berlin.Zone);

    public FakeTimeProvider Time { get; }

    public OfficeClock Clock => Get<OfficeClock>();

    public CalendarSyncService Sync => Get<CalendarSyncService>();

    public CalendarOutbox Outbox => Get<CalendarOutbox>();

    public CalendarHealth Health => Get<CalendarHealth>();

    public Database Database => _database.Database;

    public string ConnectionString => _database.ConnectionString;

    public static FakeTimeProvider MondayAtTen() => new WallClock(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public static Task<CalendarBed> CreateAsync(DatabaseKind kind, params (string Name, string Value)[] configuration) =>
        CreateAsync(kind, MondayAtTen(), configuration);

    public static async Task<CalendarBed> CreateAsync(DatabaseKind kind, FakeTimeProvider time, (string Name, string Value)[] configuration, bool isDurable = false)
    {
        var database = await TestDatabase.CreateAsync(kind, services => Register(services, time, configuration), isDurable);
        return new CalendarBed(database, time);
    }

    /// <summary>The same database as another process sees it.</summary>
    public ServiceProvider AnotherProcess(params (string Name, string Value)[] configuration) =>
        _database.AsAnotherProcess(services => Register(services, Time, configuration));

    public T Get<T>()
        where T : notnull => _database.Provider.GetRequiredService<T>();

    public async Task<SlotBookingDb> ReadAsync() => await Database.ReadAsync(default);

    public async Task<Consultant> AddConsultantAsync(string name, string? calendarId = null)
    {
        var consultant = new Consultant { Name = name, CalendarId = calendarId };
        await Database.WriteAsync(db => db.Consultants.AddAsync(consultant).AsTask(), default);
        return consultant;
    }

    /// <summary>An edit of a local calendar as the readiness page makes it.</summary>
    public Task EditAsync(string calendarKey, Func<LocalCalendarEdit, Task> change) => Database.WriteAsync(
        async db =>
        {
            var edit = new LocalCalendarEdit(db, calendarKey);
            await change(edit);
            edit.Tell(Clock.Now, null);
        },
        default);

    /// <summary>Two hours of an office day.</summary>
    public TimeRange Hours(int daysAhead, int hour, int length = 2)
    {
        var start = Clock.At(Clock.Today.AddDays(daysAhead), new TimeOnly(hour, 0));
        return new TimeRange(start, start.AddHours(length));
    }

    public async Task<Booking> BookAsync(Func<Booking, Booking>? change = null)
    {
        var booking = ABooking.On(Clock, daysAhead: 1, hour: 11);
        booking = change?.Invoke(booking) ?? booking;
        await Database.WriteAsync(
            db =>
            {
                db.Bookings.Add(booking);
                db.Events.Add(Event(EventKinds.Booked, booking));
                return Task.CompletedTask;
            },
            default);
        return booking;
    }

    public Task ChangeAsync(Booking booking, string kind, Action<Booking> change) => Database.WriteAsync(
        async db =>
        {
            var stored = await db.Bookings.SingleAsync(b => b.Id == booking.Id);
            change(stored);
            db.Events.Add(Event(kind, stored));
        },
        default);

    public Task MoveAsync(Booking booking, TimeRange to) => ChangeAsync(booking, EventKinds.Moved, b => (b.StartsAt, b.EndsAt) = (to.Start, to.End));

    public Task CancelAsync(Booking booking) => ChangeAsync(booking, EventKinds.Cancelled, b => (b.Status, b.CancelReason) = (BookingStatus.Cancelled, "Probe"));

    public Task RestoreAsync(Booking booking) => ChangeAsync(booking, EventKinds.Restored, b => (b.Status, b.CancelReason) = (BookingStatus.Open, null));

    /// <summary>One round of the outbox, after it could see all that the log tells: on PostgreSQL it waits for transactions of other tests.</summary>
    public Task RunOutboxAsync() => RunOutboxAsync(Outbox);

    /// <inheritdoc cref="RunOutboxAsync()" />
    public Task RunOutboxAsync(CalendarOutbox outbox) => Eventually.HoldsAsync(
        async () =>
        {
            await using var db = await ReadAsync();
            var asked = (await db.Events.AsNoTracking().Where(e => e.BookingId != null).ToListAsync())
                .Where(OutboxIntake.Concerns).GroupBy(e => e.BookingId!.Value).Select(g => new { Id = g.Key, Last = g.Max(e => e.Sequence) }).ToList();
            await outbox.RunAsync(default);
            var taken = await db.CalendarWrites.AsNoTracking().ToDictionaryAsync(w => w.BookingId, w => w.Wanted);
            return asked.All(a => taken.GetValueOrDefault(a.Id) >= a.Last);
        },
        "the outbox hears of every booking");

    public async Task<CalendarWrite> WriteOfAsync(Booking booking)
    {
        await using var db = await ReadAsync();
        return await db.CalendarWrites.AsNoTracking().SingleAsync(w => w.BookingId == booking.Id);
    }

    public async Task<List<OfficeEvent>> EventsAsync(string kind)
    {
        await using var db = await ReadAsync();
        return await db.Events.AsNoTracking().Where(e => e.Kind == kind).OrderBy(e => e.Sequence).ToListAsync();
    }

    public async Task<CalendarState> StateAsync(string calendarKey)
    {
        await using var db = await ReadAsync();
        return await db.CalendarStates.AsNoTracking().SingleAsync(s => s.CalendarKey == calendarKey);
    }

    public async Task<List<MirroredEvent>> MirrorAsync(string calendarKey)
    {
        await using var db = await ReadAsync();
        return await db.MirroredEvents.AsNoTracking().Where(e => e.CalendarKey == calendarKey).OrderBy(e => e.StartsAt).ToListAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private OfficeEvent Event(string kind, Booking booking) =>
        new() { Kind = kind, At = Clock.Now, BookingId = booking.Id, Day = booking.Day, Start = booking.Start };

    /// <summary>What the product registers for calendars, with the clock given.</summary>
    public static void Register(IServiceCollection services, FakeTimeProvider time, (string Name, string Value)[] configuration)
    {
        var values = configuration.GroupBy(c => c.Name, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value));
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(Berlin(time));
        services.AddCalendarFeatures(values);
    }
}
