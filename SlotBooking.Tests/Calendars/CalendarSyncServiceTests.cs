using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars;

public sealed class CalendarSyncServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Readiness_entered_in_the_product_stands_in_the_mirror_after_a_sync(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var clara = await bed.AddConsultantAsync("Clara");
        var hours = bed.Hours(1, 11);
        await bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("e1", "T1-bereit", hours, default));

        var report = await bed.Sync.SyncLocalAsync(clara.CalendarKey, default);

        Assert.Equal(SyncOutcome.Changed, Assert.Single(report.Calendars).Outcome);
        var mirrored = Assert.Single(await bed.MirrorAsync(clara.CalendarKey));
        Assert.Equal(("T1-bereit", hours.Start, hours.End), (mirrored.Title, mirrored.StartsAt, mirrored.EndsAt));
        Assert.Equal(clara.Id, CalendarEvents.ConsultantOf(Assert.Single(await bed.EventsAsync(EventKinds.ConsultantCalendarChanged)).Detail));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_removed_event_leaves_the_mirror_and_a_changed_one_is_changed(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var clara = await bed.AddConsultantAsync("Clara");
        await bed.EditAsync(clara.CalendarKey, async edit =>
        {
            await edit.PutAsync("e1", "T1-bereit", bed.Hours(1, 11), default);
            await edit.PutAsync("e2", "T1-bereit", bed.Hours(1, 14), default);
        });
        await bed.Sync.SyncAsync(null, default);

        await bed.EditAsync(clara.CalendarKey, async edit =>
        {
            await edit.RemoveAsync("e1", default);
            await edit.PutAsync("e2", "Zahnarzt", bed.Hours(1, 14), default);
        });
        await bed.Sync.SyncAsync(null, default);

        Assert.Equal("Zahnarzt", Assert.Single(await bed.MirrorAsync(clara.CalendarKey)).Title);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sync_without_news_makes_the_knowledge_younger_and_tells_nothing(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var clara = await bed.AddConsultantAsync("Clara");
        await bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("e1", "T1-bereit", bed.Hours(1, 11), default));
        await bed.Sync.SyncAsync(null, default);
        await using var db = await bed.ReadAsync();
        var told = await db.Events.CountAsync();

        bed.Time.Advance(TimeSpan.FromMinutes(1));
        var report = await bed.Sync.SyncAsync(null, default);

        Assert.False(report.HasChanges);
        Assert.Equal(told, await db.Events.CountAsync());
        Assert.Equal(bed.Clock.Now, (await bed.StateAsync(clara.CalendarKey)).KnownAt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hand_made_event_of_the_central_calendar_takes_a_place_on_its_day(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var hours = bed.Hours(1, 11);
        await bed.EditAsync(CalendarKeys.Central, edit => edit.PutAsync("h1", "Beispiel, Berta", hours, default));

        await bed.Sync.SyncAsync(CalendarKeys.Central, default);

        await using var db = await bed.ReadAsync();
        var taking = await db.CentralTakings.SingleAsync();
        Assert.Equal((bed.Clock.Today.AddDays(1), hours.Start, 1), (taking.Day, taking.StartsAt, taking.Places));
        Assert.Equal(taking.Day, Assert.Single(await bed.EventsAsync(EventKinds.CentralChanged)).Day);
    }

    [Fact]
    public async Task A_hand_made_event_that_moves_to_another_day_tells_of_both()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        await bed.EditAsync(CalendarKeys.Central, edit => edit.PutAsync("h1", "Beispiel, Berta", bed.Hours(1, 11), default));
        await bed.Sync.SyncAsync(CalendarKeys.Central, default);

        await bed.EditAsync(CalendarKeys.Central, edit => edit.PutAsync("h1", "Beispiel, Berta", bed.Hours(3, 11), default));
        await bed.Sync.SyncAsync(CalendarKeys.Central, default);

        await using var db = await bed.ReadAsync();
        Assert.Equal(bed.Clock.Today.AddDays(3), (await db.CentralTakings.SingleAsync()).Day);
        Assert.Equal([1, 1, 3], (await bed.EventsAsync(EventKinds.CentralChanged)).Select(e => e.Day!.Value.DayNumber - bed.Clock.Today.DayNumber));
    }

    [Fact]
    public async Task An_event_of_a_booking_of_ours_takes_no_second_place()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        var booking = await bed.BookAsync();
        await bed.RunOutboxAsync();

        await bed.Sync.SyncAsync(CalendarKeys.Central, default);

        await using var db = await bed.ReadAsync();
        Assert.Equal(booking.Id, Assert.Single(await bed.MirrorAsync(CalendarKeys.Central)).BookingId);
        Assert.Equal(0, await db.CentralTakings.CountAsync());
    }

    [Fact]
    public async Task A_Google_calendar_without_Google_set_up_is_unknown_and_never_empty()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        var jonas = await bed.AddConsultantAsync("Jonas", "jonas@example.com");

        var report = await bed.Sync.SyncAsync(jonas.CalendarKey, default);
        bed.Time.Advance(TimeSpan.FromMinutes(6));
        await bed.Sync.SyncAsync(jonas.CalendarKey, default);

        Assert.False(report.IsComplete);
        var state = await bed.StateAsync(jonas.CalendarKey);
        Assert.Equal((2, null, bed.Clock.Now.AddMinutes(-6)), (state.Failures, state.KnownAt, state.FailingSince));
        Assert.Single(await bed.EventsAsync(EventKinds.CalendarState));
        Assert.Contains("GOOGLE_CREDS_BASE64", bed.Health.Current.OfConsultant(jonas.Id)!.LastError, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_processes_that_sync_at_once_end_with_one_mirror(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var clara = await bed.AddConsultantAsync("Clara");
        await bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("e1", "T1-bereit", bed.Hours(1, 11), default));
        await using var other = bed.AnotherProcess();

        var reports = await Task.WhenAll(bed.Sync.SyncAsync(null, default), other.GetRequiredService<CalendarSyncService>().SyncAsync(null, default));

        Assert.All(reports, report => Assert.True(report.IsComplete));
        Assert.Single(await bed.MirrorAsync(clara.CalendarKey));
        Assert.Single(await bed.EventsAsync(EventKinds.ConsultantCalendarChanged));
    }

    [Fact]
    public async Task Whoever_lets_people_book_farther_ahead_gets_calendars_read_as_far()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        var clara = await bed.AddConsultantAsync("Clara");
        await bed.Get<SettingsStore>().ChangeAsync(OfficeSections.HorizonSection, s => s with { WeeksAhead = 20 }, Actor.System, default);
        await bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("far", "T1-bereit", bed.Hours(7 * 20, 11), default));

        await bed.Sync.SyncAsync(null, default);

        Assert.Single(await bed.MirrorAsync(clara.CalendarKey));
    }

    [Fact]
    public async Task The_day_after_the_window_has_moved_on_by_a_day()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        var clara = await bed.AddConsultantAsync("Clara");
        await bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("far", "T1-bereit", bed.Hours((7 * new HorizonRules().WeeksAhead) + 2, 11), default));
        await bed.Sync.SyncAsync(null, default);
        Assert.Empty(await bed.MirrorAsync(clara.CalendarKey));

        bed.Time.Advance(TimeSpan.FromDays(1));
        await bed.Sync.SyncAsync(null, default);

        Assert.Single(await bed.MirrorAsync(clara.CalendarKey));
    }

    [Fact]
    public async Task What_somebody_has_just_read_is_not_due()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        await bed.Sync.SyncAsync(null, default);

        bed.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty((await bed.Sync.SyncDueAsync(TimeSpan.FromSeconds(48), default)).Calendars);
        bed.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Single((await bed.Sync.SyncDueAsync(TimeSpan.FromSeconds(48), default)).Calendars);
    }
}
