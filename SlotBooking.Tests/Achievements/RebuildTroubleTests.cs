using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Achievements;

/// <summary>What happens while all is worked out anew, and what the log may hold by then.</summary>
public sealed class RebuildTroubleTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rules_that_an_admin_changes_meanwhile_hold_for_what_is_booked_behind_them(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var at = bed.Office.Clock.Now;
        await bed.TellAsync(Booked(anna, at));
        await bed.PlayAsync();
        var rebuild = bed.Office.Get<GameRebuild>();
        var isFirst = true;
        rebuild.Taken = _ =>
        {
            if (isFirst)
            {
                isFirst = false;
                MeanwhileAsync().GetAwaiter().GetResult();
            }
        };

        await rebuild.RunAsync(CancellationToken.None);
        await bed.PlayAsync();

        Assert.Equal(7 + 5, await bed.PointsAsync(anna));

        async Task MeanwhileAsync()
        {
            await bed.Office.Get<SettingsStore>().ChangeAsync(GameSections.GameSection, s => s with { BookingPoints = 5 }, bed.Office.Admin, CancellationToken.None);
            await bed.TellAsync(Booked(anna, at.AddMinutes(1)));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_earned_but_not_read_yet_is_told_behind_it(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        await bed.TellAsync(Booked(anna, bed.Office.Clock.Now));
        await bed.PlayAsync();
        Assert.NotEmpty(await bed.NewsAsync(anna));
        bed.Office.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.TellAsync(Booked(ben, bed.Office.Clock.Now), Booked(ben, bed.Office.Clock.Now.AddDays(-9)));
        bed.Office.Time.Advance(TimeSpan.FromMinutes(1));

        await bed.RebuildAsync();

        Assert.Empty(await bed.NewsAsync(anna));
        Assert.Contains("badge/first_booking", (await bed.NewsAsync(ben)).Select(n => n.Key));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_earned_while_the_game_is_begun_is_told_and_what_was_before_is_not(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, register: GameBed.Register);
        var bed = new GameBed(office);
        var (anna, ben) = (office.Anna.AccountId!.Value, office.Ben.AccountId!.Value);
        await bed.TellAsync(Booked(anna, office.Clock.Now.AddDays(-30)));
        var isFirst = true;
        office.Get<GameRebuild>().Taken = _ =>
        {
            if (isFirst)
            {
                isFirst = false;
                bed.TellAsync(Booked(ben, office.Clock.Now)).GetAwaiter().GetResult();
            }
        };

        await bed.PlayAsync();

        Assert.Empty(await bed.NewsAsync(anna));
        Assert.Contains("badge/first_booking", (await bed.NewsAsync(ben)).Select(n => n.Key));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_was_first_and_died_leaves_nobody_to_be_told_of_what_was_before(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, register: GameBed.Register);
        var bed = new GameBed(office);
        var anna = office.Anna.AccountId!.Value;
        await bed.TellAsync(Booked(anna, office.Clock.Now.AddMinutes(-1)));
        await Eventually.HoldsAsync(async () =>
        {
            await using var db = await office.Database.Contexts.CreateDbContextAsync();
            return (await EventLog.ReadAfterAsync(db, new ReaderCursor { Reader = "test" }, 100, CancellationToken.None)).Any(e => e.Kind == EventKinds.Booked);
        }, "the log shows the booking");
        var rebuild = office.Get<GameRebuild>();
        rebuild.Taken = _ => throw new NotWholeException(anna);
        await Assert.ThrowsAsync<NotWholeException>(() => rebuild.RunAsync(CancellationToken.None));

        rebuild.Taken = _ => { };
        office.Time.Advance(TimeSpan.FromMinutes(3));
        await bed.PlayAsync();

        Assert.Equal(7, await bed.PointsAsync(anna));
        Assert.Empty(await bed.NewsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_that_fails_takes_nothing_away(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        await bed.TellAsync(Booked(anna, bed.Office.Clock.Now));
        await bed.PlayAsync();
        var rebuild = bed.Office.Get<GameRebuild>();
        rebuild.Taken = _ => throw new NotWholeException(anna);

        await Assert.ThrowsAsync<NotWholeException>(() => rebuild.RunAsync(CancellationToken.None));

        Assert.Equal(7, await bed.PointsAsync(anna));
        Assert.Equal(2, await bed.ReadAsync(db => db.GameEntries.CountAsync()));
        rebuild.Taken = _ => { };
        bed.Office.Time.Advance(TimeSpan.FromMinutes(3));
        await bed.PlayAsync();
        Assert.Equal(7, await bed.PointsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whose_sign_of_life_was_replaced_meanwhile_writes_nothing_over_it(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var at = RebuildWriter.Whole(bed.Office.Clock.Now);
        await bed.Office.ChangeAsync(db => db.GameStates.Single().RebuildingUntil = at);
        await using var late = await bed.Office.Database.Contexts.CreateDbContextAsync();
        var state = await RebuildWriter.HoldAsync(late, at, CancellationToken.None);
        await bed.Office.ChangeAsync(db => db.GameStates.Single().RebuildingUntil = at.AddMinutes(2));

        state.RebuildingUntil = at.AddMinutes(1);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync());

        Assert.Equal(at.AddMinutes(2), await bed.ReadAsync(db => db.GameStates.Select(s => s.RebuildingUntil).SingleAsync()));
    }

    /// <summary>On PostgreSQL a column refuses what it cannot hold.</summary>
    [Fact]
    public async Task A_line_of_the_log_that_was_damaged_by_hand_is_parked_and_named_and_the_others_count()
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        var at = bed.Office.Clock.Now;
        await bed.TellAsync(Booked(anna, at), Booked(anna, at.AddMinutes(1)), Booked(ben, at.AddMinutes(2)));
        var damaged = await bed.ReadAsync(db => db.Events.Where(e => e.AccountId == anna).MaxAsync(e => e.Sequence));
        await SqlAsync(bed, $"UPDATE events SET \"Day\" = 'gestern' WHERE \"Sequence\" = {damaged}");
        await bed.PlayAsync();

        Assert.Equal((7, 2), (await bed.PointsAsync(anna), await bed.PointsAsync(ben)));
        var parked = await bed.ReadAsync(db => db.ParkedEvents.SingleAsync());
        Assert.Equal((damaged, EventKinds.Damaged, "Diese Zeile des Ereignisprotokolls ist beschädigt."), (parked.EventNumber, parked.Kind, parked.Reason));

        await SqlAsync(bed, $"UPDATE events SET \"Day\" = '2026-06-30' WHERE \"Sequence\" = {damaged}");
        Assert.Equal(0, (await bed.RebuildAsync()).Parked);
        Assert.Equal(9, await bed.PointsAsync(anna));
    }

    [Fact]
    public async Task Sums_that_were_damaged_by_hand_are_worked_out_anew()
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite);
        var anna = bed.Office.Anna.AccountId!.Value;
        var at = bed.Office.Clock.Now;
        await bed.TellAsync(Booked(anna, at));
        await bed.PlayAsync();
        await SqlAsync(bed, "UPDATE game_players SET \"StreakDay\" = 'gestern'");
        await bed.TellAsync(Booked(anna, at.AddMinutes(1)));
        await bed.PlayAsync();

        Assert.Equal(9, await bed.PointsAsync(anna));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_year_of_days_that_nobody_closed_is_closed_in_steps_and_comes_out_the_same_anew(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var people = new[] { bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value };
        var first = new DateOnly(2026, 1, 1);
        await bed.TellAsync([.. Enumerable.Range(0, 60).Select(n => Booked(people[n % 2], Berlin.At(first.AddDays(n), 10)))]);
        await bed.PlayAsync();

        Assert.Equal(60 + 9 + 3, await bed.Office.Get<PeriodClosing>().CloseAsync(CancellationToken.None));
        await bed.PlayAsync();
        Assert.Equal(60 + 9 + 3, await bed.ReadAsync(db => db.ClosedPeriods.CountAsync()));
        var live = await bed.PictureAsync();
        await bed.RebuildAsync();
        Assert.Equal(live, await bed.PictureAsync());
    }

    private static OfficeEvent Booked(Guid agent, DateTimeOffset at) => GameLog.Booked(Guid.CreateVersion7(), agent, at, new DateOnly(2026, 6, 30), new(14, 0));

    private static Task SqlAsync(GameBed bed, string sql) =>
        bed.Office.Database.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(sql), CancellationToken.None);
}
