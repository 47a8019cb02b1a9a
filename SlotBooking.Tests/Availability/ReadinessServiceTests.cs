using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings.ReadinessWeeks;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Availability;

public sealed class ReadinessServiceTests
{
    private static readonly Slot Eleven = Slot.Parse("2026-11-24 11:00");
    private static readonly Slot Fourteen = Slot.Parse("2026-11-24 14:00");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_consultant_sets_and_clears_her_own_readiness_and_it_counts_at_once(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        var account = await office.AddAccountAsync("clara", Roles.Consultant);
        var clara = await office.AddConsultantAsync("Clara", account: account.AccountId);

        Assert.Equal(new ReadinessAnswer.Done(2, 0), await SetAsync(office, account, clara, true, Eleven, Fourteen));
        Assert.Equal(["2026-11-24 11:00", "2026-11-24 14:00"], await office.ReadyAsync(clara));

        Assert.Equal(new ReadinessAnswer.Done(1, 0), await SetAsync(office, account, clara, false, Eleven));
        Assert.Equal(["2026-11-24 14:00"], await office.ReadyAsync(clara));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_wish_twice_makes_one_event_and_changes_nothing_more(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        var clara = await office.AddConsultantAsync("Clara");
        await SetAsync(office, Actor.System, clara, true, Eleven);
        var events = await office.CountAsync<OfficeEvent>();

        Assert.Equal(new ReadinessAnswer.Done(0, 0), await SetAsync(office, Actor.System, clara, true, Eleven));

        Assert.Equal((1, events), (await office.CountAsync<LocalEvent>(), await office.CountAsync<OfficeEvent>()));
    }

    [Fact]
    public async Task Nobody_else_may_but_an_admin_and_only_while_the_account_is_enabled()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var clara = await office.AddConsultantAsync("Clara", account: (await office.AddAccountAsync("clara", Roles.Consultant)).AccountId);
        var former = await office.AddAccountAsync("jonas", Roles.Consultant, isDisabled: true);
        var gone = await office.AddConsultantAsync("Jonas", account: former.AccountId);

        Assert.IsType<ReadinessAnswer.Refused>(await SetAsync(office, await office.AddAccountAsync("henrik", Roles.Consultant), clara, true, Eleven));
        Assert.IsType<ReadinessAnswer.Refused>(await SetAsync(office, await office.AddAccountAsync("anna", Roles.Agent), clara, true, Eleven));
        Assert.IsType<ReadinessAnswer.Refused>(await SetAsync(office, former, gone, true, Eleven));
        Assert.Equal(0, await office.CountAsync<LocalEvent>());
        Assert.IsType<ReadinessAnswer.Done>(await SetAsync(office, await office.AddAccountAsync("admin", Roles.Admin), clara, true, Eleven));
    }

    [Fact]
    public async Task A_consultant_with_a_google_calendar_is_told_to_set_it_there()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");

        var answer = await SetAsync(office, Actor.System, jonas, true, Eleven);

        Assert.Contains("Google", Assert.IsType<ReadinessAnswer.Refused>(answer).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_slots_unknown_times_and_days_beyond_the_calendars_are_skipped()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var clara = await office.AddConsultantAsync("Clara");

        var answer = await SetAsync(
            office, Actor.System, clara, true, Slot.Parse("2026-11-20 11:00"), Slot.Parse("2026-11-24 12:00"), Slot.Parse("2027-01-25 11:00"), Eleven);

        Assert.Equal(new ReadinessAnswer.Done(1, 3), answer);
        Assert.Equal(["2026-11-24 11:00"], await office.ReadyAsync(clara));
    }

    [Fact]
    public async Task Clearing_one_slot_of_a_long_declaration_leaves_the_rest_of_it()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var clara = await office.AddConsultantAsync("Clara");
        var range = office.Hours(Eleven.Day, 11, 20);
        await office.Data.Database.WriteAsync(
            db => db.LocalEvents.AddAsync(new LocalEvent
            {
                CalendarKey = clara.CalendarKey,
                EventId = "long",
                Revision = 1,
                Title = "T1-bereit",
                StartsAt = range.Start,
                EndsAt = range.End,
            }).AsTask(),
            default);

        await SetAsync(office, Actor.System, clara, false, Fourteen);

        Assert.Equal(["2026-11-24 11:00", "2026-11-24 16:00", "2026-11-24 18:00"], await office.ReadyAsync(clara));
        await SetAsync(office, Actor.System, clara, true, Fourteen);
        Assert.Equal(4, (await office.ReadyAsync(clara)).Count);
    }

    [Fact]
    public async Task The_week_shows_what_can_be_changed_and_why_not()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var clara = await office.AddConsultantAsync("Clara");
        await office.Get<BlockService>().AddAsync(
            new BlockSpan(new(2026, 11, 25), new(2026, 11, 25), new(18, 0), null, "Betriebsfeier"), Actor.System, default);
        await office.Get<SettingsStore>().ChangeAsync(
            AvailabilitySections.ReadinessSection,
            s => s with { Restrictions = [new Restriction(clara.Id, DayOfWeek.Thursday)] },
            Actor.System,
            default);
        await SetAsync(office, Actor.System, clara, true, Eleven);
        var friday = office.Hours(new(2026, 11, 27), 10, 12);
        await office.Data.Database.WriteAsync(
            db => db.MirroredEvents.AddAsync(new MirroredEvent
            {
                CalendarKey = clara.CalendarKey,
                EventId = "x",
                Title = "Zahnarzt",
                StartsAt = friday.Start,
                EndsAt = friday.End,
            }).AsTask(),
            default);
        office.Time.Advance(TimeSpan.FromHours(5)); // Monday 13:00

        var week = (await office.Get<ReadinessReader>().WeekAsync(clara.Id, IsoWeek.Of(AnOffice.Monday), default))!;

        Assert.Equal((5, 6), (week.Days.Count, week.Starts.Count));
        Assert.Equal((ReadinessState.Past, false), Look(week, "2026-11-23 11:00"));
        Assert.Equal((ReadinessState.Open, true), Look(week, "2026-11-24 11:00"));
        Assert.Equal((ReadinessState.Blocked, false), Look(week, "2026-11-25 18:00"));
        Assert.Equal("Betriebsfeier", week.Cells[Slot.Parse("2026-11-25 18:00")].Reason);
        Assert.Equal((ReadinessState.Restricted, false), Look(week, "2026-11-26 11:00"));
        Assert.Equal((ReadinessState.Busy, false), Look(week, "2026-11-27 11:00"));
        Assert.Equal("Zahnarzt", week.Cells[Slot.Parse("2026-11-27 11:00")].Reason);
        Assert.Equal((ReadinessState.Open, false), Look(week, "2026-11-27 14:00"));
    }

    [Fact]
    public void Clearing_warns_of_customers_who_would_be_without_a_place()
    {
        var cell = new ReadinessCell(Eleven, IsReady: true, ReadinessState.Open, null, Taken: 7, Capacity: 8, PlacesEach: 4);

        Assert.Equal(3, cell.MissingAfterClearing);
        Assert.Equal(0, (cell with { Taken = 4 }).MissingAfterClearing);
        Assert.Equal(0, (cell with { IsReady = false }).MissingAfterClearing);
    }

    private static (ReadinessState State, bool IsReady) Look(ReadinessWeek week, string slot)
    {
        var cell = week.Cells[Slot.Parse(slot)];
        return (cell.State, cell.IsReady);
    }

    private static Task<ReadinessAnswer> SetAsync(AnOffice office, Actor actor, Consultant consultant, bool isReady, params Slot[] slots) =>
        office.Get<ReadinessService>().SetAsync(actor, consultant.Id, slots.ToDictionary(slot => slot, _ => isReady), default);
}
