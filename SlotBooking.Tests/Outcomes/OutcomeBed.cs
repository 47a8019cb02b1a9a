using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Local;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Outcomes;

/// <summary>An office whose central calendar people edit by hand.</summary>
internal sealed class OutcomeBed : IAsyncDisposable
{
    private OutcomeBed(Office office, Actor clara) => (Office, Clara) = (office, clara);

    public Office Office { get; }

    public Actor Clara { get; }

    public static async Task<OutcomeBed> OpenAsync(
        DatabaseKind kind, DateTimeOffset? now = null, int consultants = 4) => await OpenAsync(kind, new WallClock(now ?? Office.Tuesday), consultants, []);

    public static async Task<OutcomeBed> OpenAsync(DatabaseKind kind, FakeTimeProvider time, int consultants, (string Name, string Value)[] configuration)
    {
        var settings = configuration.ToDictionary(c => c.Name, c => (string?)c.Value);
        var office = await Office.OpenAsync(
            kind,
            consultants,
            services => services.AddCalendarFeatures(settings).AddJobs(),
            time);
        return new OutcomeBed(office, await office.HireAsync("clara", "Clara Winter", Roles.Consultant));
    }

    public async Task<BookingView> BookAsync(int daysAhead, int hour, CustomerEntry? customer = null)
    {
        var slot = new Slot(Office.Today.AddDays(daysAhead), new TimeOnly(hour, 0));
        return Assert.IsType<CommandAnswer.Done>(await Office.SendAsync(ACustomer.Into(slot, Office.Anna, customer))).Booking;
    }

    /// <summary>Writes what waits, reads the calendar, and judges.</summary>
    public async Task<OutcomeTally> RoundAsync()
    {
        await WriteAsync();
        return await ReadAsync();
    }

    /// <summary>Reads the calendar and judges.</summary>
    public async Task<OutcomeTally> ReadAsync()
    {
        var report = await Office.Get<CalendarSyncService>().SyncAsync(CalendarKeys.Central, CancellationToken.None);
        Assert.True(report.IsComplete, report.Calendars[0].Error);
        return await Office.Get<OutcomeReader>().RunAsync(CancellationToken.None);
    }

    /// <summary>Until the outbox has heard of everything: on PostgreSQL it waits for transactions of other tests.</summary>
    public Task WriteAsync() => Eventually.HoldsAsync(
        async () =>
        {
            var asked = (await Office.ReadAsync(db => db.Events.AsNoTracking().Where(e => e.BookingId != null).ToListAsync()))
                .Where(OutboxIntake.Concerns).GroupBy(e => e.BookingId!.Value).ToDictionary(g => g.Key, g => g.Max(e => e.Sequence));
            await Office.Get<CalendarOutbox>().RunAsync(CancellationToken.None);
            var rows = await Office.ReadAsync(db => db.CalendarWrites.AsNoTracking().ToDictionaryAsync(w => w.BookingId));
            return asked.All(a => rows.TryGetValue(a.Key, out var row) && row.Wanted >= a.Value && row.Done == row.Wanted);
        },
        "the outbox has written everything");

    public Task<JobReport> RunJobAsync() =>
        Office.Database.Provider.GetServices<IJob>().Single(job => job.Name == "outcomes").RunAsync(Office.Clock.Now, CancellationToken.None);

    /// <summary>Somebody edits a booking's event.</summary>
    public Task EditAsync(BookingView booking, Action<LocalEvent> edit) => EditAsync(AppointmentEventId.Of(booking.Id, 0), edit);

    /// <summary>Somebody edits an event of the central calendar.</summary>
    public Task EditAsync(string eventId, Action<LocalEvent> edit) => Office.Database.Database.WriteAsync(
        async db =>
        {
            var row = await db.LocalEvents.SingleAsync(e => e.CalendarKey == CalendarKeys.Central && e.EventId == eventId);
            edit(row);
            row.Revision = await LocalRevisions.NextAsync(db, CancellationToken.None);
        },
        CancellationToken.None);

    /// <summary>Somebody enters an appointment by hand.</summary>
    public Task EnterAsync(string eventId, string title, DateTimeOffset start, string? color = null, string? description = null) => Office.Database.Database.WriteAsync(
        async db => db.LocalEvents.Add(new LocalEvent
        {
            CalendarKey = CalendarKeys.Central,
            EventId = eventId,
            Title = title,
            ColorId = color,
            Description = description,
            StartsAt = start,
            EndsAt = start.AddHours(2),
            Revision = await LocalRevisions.NextAsync(db, CancellationToken.None),
        }),
        CancellationToken.None);

    public Task<Booking> StoredAsync(Guid id) => Office.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id));

    public Task<Booking> ByHandAsync(string eventId) => Office.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.CalendarEventId == eventId));

    public async Task<BookingStatus> StatusAsync(BookingView booking) => (await StoredAsync(booking.Id)).Status;

    public Task<LocalEvent> EventAsync(BookingView booking) => Office.ReadAsync(db =>
        db.LocalEvents.AsNoTracking().SingleAsync(e => e.EventId == AppointmentEventId.Of(booking.Id, 0)));

    public Task<List<OutcomeChange>> HistoryAsync(Guid bookingId) => Office.ReadAsync(db =>
        db.OutcomeChanges.AsNoTracking().Where(c => c.BookingId == bookingId).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync());

    public Task<int> PlacesAsync(Guid bookingId) => Office.ReadAsync(db => db.SlotPlaces.CountAsync(p => p.BookingId == bookingId));

    public Task<List<OfficeEvent>> ToldAsync(string kind) => Office.ReadAsync(db => db.Events.AsNoTracking().Where(e => e.Kind == kind).OrderBy(e => e.Sequence).ToListAsync());

    public async Task<CommandAnswer> SayAsync(BookingView booking, BookingStatus outcome, Actor? who = null) =>
        await Office.SendAsync(new SetOutcome(Guid.NewGuid(), who ?? Office.Anna, booking.Id, outcome));

    public void GoTo(DateTimeOffset instant) => Office.Time.Advance(instant - Office.Clock.Now);

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
