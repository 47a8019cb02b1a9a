using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Calendars.Google;

/// <summary>From a consultant's calendar to the central one, with everything between as it is in the product.</summary>
public sealed class WholeWayTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Readiness_in_a_calendar_sells_eight_places_to_fifty_agents_and_makes_eight_events(DatabaseKind kind)
    {
        var time = new WallClock(Office.Tuesday);
        using var folder = new TempFolder();
        await using var google = await StandInServer.StartAsync(time);
        await using var office = await Office.OpenAsync(kind, consultants: 0, services => Register(services, google, folder), time);
        var slot = new Slot(office.Today.AddDays(1), new TimeOnly(16, 0));
        var range = SlotGrid.Default.RangeOf(slot, office.Clock);
        foreach (var name in new[] { "clara", "jonas" })
        {
            await office.ChangeAsync(db => db.Consultants.Add(new Consultant { Name = name, CalendarId = $"{name}@stand-in.example" }));
            google.AddCalendar($"{name}@stand-in.example").Insert(GoogleBed.Entered($"bereit{name.Length}", "T1-bereit", range));
        }

        google.Faults.Next(new Fault.LoseAnswer(), method: "POST");
        await SyncAsync(office);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => office.SendAsync(ACustomer.Into(slot, office.Anna))));
        var outbox = office.Get<CalendarOutbox>();
        await Eventually.HoldsAsync(
            async () =>
            {
                await outbox.RunAsync(CancellationToken.None);
                time.Advance(Backoff.Cap);
                return google.Central.Alive().Count >= 8 && await office.ReadAsync(db => db.CalendarWrites.AllAsync(w => w.Done == w.Wanted));
            },
            "all bookings stand in the calendar");

        Assert.Equal(8, answers.OfType<CommandAnswer.Done>().Count());
        Assert.Equal(42, answers.OfType<CommandAnswer.Refused>().Count(r => r.Why == Core.Bookings.Refusal.Full));
        Assert.Equal(8, google.Central.Alive().Count);
        await SyncAsync(office);
        var row = (await office.Get<PlanCache>().GetDayAsync(slot.Day, CancellationToken.None)).At(slot.Start)!;
        Assert.Equal((8, 8), (row.Capacity, row.Taken)); // our own events take no second place
    }

    private static async Task SyncAsync(Office office)
    {
        await office.Get<CalendarSyncService>().SyncAsync(null, CancellationToken.None);
        await office.Get<AvailabilityService>().ComputeAsync(CancellationToken.None);
    }

    private static void Register(IServiceCollection services, StandInServer google, TempFolder folder)
    {
        var settings = GoogleBed.Configuration(google).ToDictionary(s => s.Name, s => (string?)s.Value);
        services.AddCalendarFeatures(settings);
        services.AddSingleton(PersistFolder.From(folder.Path, folder.Path)).AddJobs();
    }
}
