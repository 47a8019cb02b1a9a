using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Reading;

/// <summary>A calendar vanishes or is no longer shared: what was known of it stays, grows old, and after a day readiness no longer counts.</summary>
public sealed class LostCalendarTests
{
    private const string CalendarId = "berater@stand-in.example";

    [Theory]
    [InlineData(403, "forbidden")]
    [InlineData(403, "requiredAccessLevel")]
    [InlineData(403, "domainPolicy")]
    [InlineData(404, "notFound")]
    public async Task A_consultants_knowledge_is_kept_and_aged_and_after_24_hours_she_is_not_ready_for_ever(int status, string reason)
    {
        var time = new WallClock(Office.Tuesday);
        await using var google = await StandInServer.StartAsync(time);
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1, services => Register(services, google), time);
        await office.ChangeAsync(db => db.Consultants.Single().CalendarId = CalendarId);
        var slot = new Slot(office.Today.AddDays(2), new TimeOnly(14, 0));
        google.AddCalendar(CalendarId).Insert(GoogleBed.Entered("frei1", "T1-bereit", SlotGrid.Default.RangeOf(slot, office.Clock)));
        await SyncAsync();
        var known = time.GetUtcNow();
        google.Faults.Next(new Fault.Refuse(status, reason), count: 10_000, calendar: CalendarId);

        for (var hour = 0; hour < 24; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            await SyncAsync();
        }

        var state = await office.ReadAsync(db => db.CalendarStates.SingleAsync(s => s.CalendarKey == office.Consultants[0].CalendarKey));
        Assert.Equal((known, 24), (state.KnownAt, state.Failures));
        Assert.NotNull(state.LastError);
        Assert.Equal("frei1", (await office.ReadAsync(db => db.MirroredEvents.SingleAsync())).EventId);
        Assert.Equal((known, true), await ReadyAsync());

        time.Advance(TimeSpan.FromSeconds(1));
        await SyncAsync();
        Assert.Equal((known, false), await ReadyAsync());

        google.Faults.Clear();
        time.Advance(TimeSpan.FromMinutes(2));
        await SyncAsync();
        Assert.Equal((null, true), await ReadyAsync());

        Task SyncAsync() => office.Get<CalendarSyncService>().SyncAsync(null, CancellationToken.None);

        async Task<(DateTimeOffset?, bool)> ReadyAsync() =>
            (await office.Get<PlanPainter>().DayAsync(slot.Day, default)).At(slot.Start)!.Ready.Select(r => (r.OldSince, r.Counts)).Single();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_lost_central_calendar_cancels_nothing_frees_nothing_and_is_right_again_when_it_is_back(int status)
    {
        await using var world = await GoogleBed.CreateAsync();
        var booking = await world.Bed.BookAsync(b => ABooking.On(world.Bed.Clock, daysAhead: 8, hour: 11));
        await world.Bed.RunOutboxAsync();
        world.Central.Insert(GoogleBed.Entered("hand1", "Beispiel, Berta", world.Bed.Hours(8, 11)));
        await world.SyncAsync();
        var known = world.Bed.Clock.Now;
        world.Google.Faults.Next(new Fault.Refuse(status, status == 404 ? "notFound" : "forbidden"), count: 10_000);

        for (var hour = 0; hour < 30; hour++)
        {
            world.Bed.Time.Advance(TimeSpan.FromHours(1));
            Assert.False((await world.SyncAsync()).IsComplete);
        }

        await using (var db = await world.Bed.ReadAsync())
        {
            Assert.Equal(BookingStatus.Open, (await db.Bookings.SingleAsync()).Status);
            Assert.Equal(1, await db.CentralTakings.CountAsync());
            Assert.Equal(0, await db.CalendarAbsences.CountAsync());
        }

        Assert.Equal(2, (await world.Bed.MirrorAsync(CalendarKeys.Central)).Count);
        Assert.Equal(known, (await world.Bed.StateAsync(CalendarKeys.Central)).KnownAt);
        Assert.Equal(TimeSpan.FromHours(30), world.Bed.Health.Current.Central!.Age(world.Bed.Clock.Now));

        world.Google.Faults.Clear();
        Assert.True((await world.SyncAsync()).IsComplete);
        Assert.Equal(booking.Id, (await world.Bed.MirrorAsync(CalendarKeys.Central)).Single(e => e.BookingId is not null).BookingId);
    }

    private static void Register(IServiceCollection services, StandInServer google)
    {
        var settings = GoogleBed.Configuration(google).ToDictionary(s => s.Name, s => (string?)s.Value);
        services.AddCalendarFeatures(settings);
    }
}
