using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.ReadinessWeeks;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Availability;

/// <summary>A small office on a Monday morning, with local calendars: 2026-11-23, 08:00 in Berlin.</summary>
internal sealed class AnOffice : IAsyncDisposable
{
    public static readonly DateOnly Monday = new(2026, 11, 23);
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder;

    private AnOffice(TestDatabase data, TempFolder folder, FakeTimeProvider time)
    {
        Data = data;
        _folder = folder;
        Time = time;
    }

    public TestDatabase Data { get; }

    public FakeTimeProvider Time { get; }

    public OfficeClock Clock => Get<OfficeClock>();

    public string File => Path.Combine(_folder.Path, "static", "availability.json");

    public static async Task<AnOffice> OpenAsync(DatabaseKind kind)
    {
        var folder = new TempFolder();
        var time = new WallClock(MondayMorning);
        return new AnOffice(await TestDatabase.CreateAsync(kind, services => Register(services, folder, time)), folder, time);
    }

    public T Get<T>()
        where T : notnull => Data.Provider.GetRequiredService<T>();

    public Task<JobReport> RunJobAsync() => Data.Provider.GetServices<IJob>().Single(job => job.Name == "availability").RunAsync(Time.GetUtcNow(), default);

    public async Task<Consultant> AddConsultantAsync(string name, string? googleId = null, Guid? account = null)
    {
        var consultant = new Consultant { Name = name, CalendarId = googleId, AccountId = account };
        await Data.Database.WriteAsync(db => db.Consultants.AddAsync(consultant).AsTask(), default);
        return consultant;
    }

    public Task<Actor> AddAccountAsync(string name, string role, bool isDisabled = false) =>
        AnAccount.HireAsync(Data.Database, name, name, role, isDisabled);

    /// <summary>Writes events straight into the mirror, as a sync leaves them.</summary>
    public Task MirrorAsync(Consultant consultant, params (string Title, TimeRange Range)[] events) => Data.Database.WriteAsync(
        async db =>
        {
            var key = consultant.CalendarKey;
            await db.MirroredEvents.Where(e => e.CalendarKey == key).ExecuteDeleteAsync();
            var state = await db.CalendarStates.SingleOrDefaultAsync(s => s.CalendarKey == key)
                ?? db.CalendarStates.Add(new CalendarState { CalendarKey = key, Source = consultant.CalendarId }).Entity;
            state.KnownAt = Time.GetUtcNow();
            db.MirroredEvents.AddRange(events.Select((e, n) => new MirroredEvent
            {
                CalendarKey = key,
                EventId = $"e{n}",
                Title = e.Title,
                StartsAt = e.Range.Start,
                EndsAt = e.Range.End,
            }));
        },
        default);

    public TimeRange Hours(DateOnly day, int from, int to) => new(Clock.At(day, new TimeOnly(from, 0)), Clock.At(day, new TimeOnly(to, 0)));

    public async Task<IReadOnlyList<string>> ReadyAsync(Consultant consultant)
    {
        await using var db = await Data.Database.ReadAsync(default);
        var rows = await db.ReadySlots.Where(r => r.ConsultantId == consultant.Id).ToListAsync();
        return [.. rows.Select(r => new Slot(r.Day, r.Start)).Order().Select(slot => slot.ToString())];
    }

    public async Task<int> CountAsync<T>()
        where T : class
    {
        await using var db = await Data.Database.ReadAsync(default);
        return await db.Set<T>().CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        _folder.Dispose();
    }

    private static void Register(IServiceCollection services, TempFolder folder, FakeTimeProvider time)
    {
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(new OfficeClock(time, Berlin.Zone));
        services.AddSingleton(new PersistFolder(folder.Path));
        services.AddOfficeSettings();
        services.AddSingleton<SlotFactsReader>();
        services.AddSingleton<BlockImpactQuery>();
        services.AddSingleton<CapacityOutlook>();
        services.AddSingleton<ReadinessReader>();
        services.AddCalendarFeatures().AddJobs();
    }
}
