using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Achievements;

public sealed class GameReaderTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_booking_earns_its_points_its_badge_and_its_news_once(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, consultants: 2);
        var anna = bed.Office.Anna.AccountId!.Value;
        var command = ACustomer.Into(SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1))[0], bed.Office.Anna);
        await bed.Office.SendAsync(command);
        await bed.Office.SendAsync(command);

        await bed.PlayAsync();
        await bed.PlayAsync();

        Assert.Equal(7, await bed.PointsAsync(anna));
        Assert.Equal("first_booking", Assert.IsType<NewsItem.OfBadge>(Assert.Single((await bed.NewsAsync(anna)).OfType<NewsItem.OfBadge>())).Badge.Id);
        Assert.Empty(await bed.NewsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_nodes_that_read_at_once_count_everything_once(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var at = bed.Office.Clock.Now;
        await bed.TellAsync([.. Enumerable.Range(0, 1_200).Select(n => GameLog.Booked(Guid.CreateVersion7(at), anna, at.AddSeconds(n), bed.Office.Today, new(14, 0)))]);
        await using var other = bed.Office.Database.AsAnotherProcess(services =>
        {
            Office.Register(services, bed.Office.Time);
            GameBed.Register(services);
        });

        await Task.WhenAll(Task.Run(() => bed.PlayAsync()), Task.Run(() => bed.PlayAsync(other)));

        Assert.Equal(2_405, await bed.PointsAsync(anna));
        Assert.Equal(1_201, await bed.ReadAsync(db => db.GameEntries.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_event_that_cannot_be_understood_is_parked_and_named_and_the_others_go_on(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, consultants: 2);
        var anna = bed.Office.Anna.AccountId!.Value;
        var at = bed.Office.Clock.Now;
        var booking = Guid.CreateVersion7(at);
        await bed.TellAsync(
            GameLog.Booked(booking, anna, at, bed.Office.Today, new(14, 0)),
            new OfficeEvent { Kind = EventKinds.OutcomeChanged, At = at, BookingId = booking, Detail = "{\"to\":\"Vanished\"}" },
            GameLog.Broken(EventKinds.Booked, at));
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ACustomer.Into(SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1))[0], bed.Office.Anna)));
        await bed.PlayAsync();

        Assert.Equal(9, await bed.PointsAsync(anna));
        Assert.Equal([EventKinds.OutcomeChanged, EventKinds.Booked], await bed.ReadAsync(db => db.ParkedEvents.OrderBy(e => e.EventNumber).Select(e => e.Kind).ToListAsync()));

        // Mended, and worked out anew.
        await bed.Office.Database.Database.WriteAsync(
            db => db.Events.Where(e => e.Kind == EventKinds.OutcomeChanged).ExecuteUpdateAsync(set => set.SetProperty(e => e.Detail, "{\"to\":\"Completed\"}")), CancellationToken.None);
        Assert.Equal(1, (await bed.RebuildAsync()).Parked);
        Assert.Equal(10, await bed.PointsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_log_that_is_read_again_from_the_beginning_changes_nothing(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        foreach (var (events, _) in new RandomHistory(7).Stretches())
        {
            await bed.TellAsync([.. events.Where(e => e.Kind != EventKinds.SettingChanged && e.Kind != EventKinds.AbsenceChanged)]);
        }

        await bed.PlayAsync();
        var once = await bed.PictureAsync();
        await bed.Office.Database.Database.WriteAsync(
            db => db.Cursors.Where(c => c.Reader == GameReader.Reader).ExecuteUpdateAsync(set => set.SetProperty(c => c.Sequence, 0).SetProperty(c => c.Transaction, 0)), CancellationToken.None);
        await bed.PlayAsync();

        Assert.Equal(once, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Worked_out_anew_nobody_is_told_again_and_what_was_not_seen_waits_on(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        var at = bed.Office.Clock.Now;
        await bed.TellAsync(
            GameLog.Booked(Guid.CreateVersion7(at), anna, at, bed.Office.Today, new(14, 0)), GameLog.Booked(Guid.CreateVersion7(at), ben, at, bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();
        Assert.NotEmpty(await bed.NewsAsync(anna));

        await bed.RebuildAsync();

        Assert.Empty(await bed.NewsAsync(anna));
        Assert.NotEmpty(await bed.NewsAsync(ben));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_happened_before_the_game_began_is_counted_but_nobody_is_told(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, register: GameBed.Register);
        var bed = new GameBed(office);
        var anna = office.Anna.AccountId!.Value;
        var at = office.Clock.Now.AddDays(-30);
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(at), anna, at, office.Today, new(14, 0)));
        await bed.PlayAsync();
        await bed.RebuildAsync();

        Assert.Equal(7, await bed.PointsAsync(anna));
        Assert.Empty(await bed.NewsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rules_that_an_admin_changes_hold_from_their_place_in_the_log(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var at = bed.Office.Clock.Now;
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(at), anna, at, bed.Office.Today, new(14, 0)));
        bed.Office.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await bed.Office.Get<SettingsStore>().ChangeAsync(GameSections.GameSection, s => s with { BookingPoints = 5 }, bed.Office.Admin, CancellationToken.None));
        Assert.NotEmpty(await bed.Office.Get<SettingsStore>().ChangeAsync(GameSections.GameSection, s => s with { BookingPoints = -5 }, bed.Office.Admin, CancellationToken.None));
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(at), anna, at.AddMinutes(2), bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();

        Assert.Equal(12, await bed.PointsAsync(anna));
        await bed.RebuildAsync();
        Assert.Equal(12, await bed.PointsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_are_told_of_absences_that_change_no_sum_and_of_other_rules(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), anna, bed.Office.Clock.Now, bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();

        await bed.TellAsync(GameLog.Away(Guid.CreateVersion7(), anna, bed.Office.Today.AddDays(-1), bed.Office.Today.AddDays(-1), bed.Office.Clock.Now));
        await bed.PlayAsync();
        var told = await LastAsync();
        Assert.True(GameEvents.Concerns(told, anna));
        Assert.False(GameEvents.Concerns(told, ben));

        await bed.Office.Get<SettingsStore>().ChangeAsync(GameSections.GameSection, s => s with { Boards = Core.Achievements.BoardView.Team }, bed.Office.Admin, CancellationToken.None);
        await bed.PlayAsync();
        Assert.True(GameEvents.Concerns(await LastAsync(), ben));

        Task<OfficeEvent> LastAsync() => bed.ReadAsync(db => db.Events.OrderByDescending(e => e.Sequence).FirstAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task While_somebody_works_it_out_anew_readers_stand_still_and_a_dead_one_is_replaced(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var at = bed.Office.Clock.Now;
        await bed.Office.ChangeAsync(db => db.GameStates.Single().RebuildingUntil = at.AddMinutes(1));
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(at), anna, at, bed.Office.Today, new(14, 0)));

        await bed.Office.Get<GameReader>().RunAsync(CancellationToken.None);
        Assert.Null(await bed.Office.Get<GameRebuild>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await bed.PointsAsync(anna));

        bed.Office.Time.Advance(TimeSpan.FromMinutes(2));
        await bed.PlayAsync();
        Assert.Equal(7, await bed.PointsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_game_whose_tables_are_broken_harms_no_booking(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, consultants: 2);
        await bed.Office.Database.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE game_entries"), CancellationToken.None);

        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ACustomer.Into(SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1))[0], bed.Office.Anna)));
        await Assert.ThrowsAnyAsync<Exception>(() => bed.PlayAsync());
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ACustomer.Into(SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1))[0], bed.Office.Anna)));
    }
}
