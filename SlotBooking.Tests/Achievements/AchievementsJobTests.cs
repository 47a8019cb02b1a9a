using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Achievements;

public sealed class AchievementsJobTests
{
    private static readonly DateOnly Tuesday = new(2026, 6, 9);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asleep_for_three_days_the_job_closes_each_of_them_and_a_second_run_changes_nothing(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        foreach (var (n, who) in (IEnumerable<(int, Guid)>)[(0, anna), (1, ben), (2, anna)])
        {
            await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), who, Berlin.At(Tuesday.AddDays(n), 10), Tuesday.AddDays(9), new(14, 0)));
        }

        bed.Office.Time.Advance(Berlin.At(Tuesday.AddDays(2), 22, 5) - bed.Office.Clock.Now);
        await bed.PlayAsync();
        var report = await RunAsync(bed);
        await bed.PlayAsync();
        var once = await bed.PictureAsync();

        Assert.Equal(new JobReport.Done("3 Zeiträume wurden abgeschlossen."), report);
        Assert.Equal([anna, ben, anna], await bed.ReadAsync(db => db.ClosedPeriods.OrderBy(p => p.Period).Select(p => p.Winner!.Value).ToListAsync()));
        Assert.Equal(new JobReport.Done("Kein Zeitraum war abzuschließen."), await RunAsync(bed));
        Assert.Equal(once, await bed.PictureAsync());
        await bed.RebuildAsync();
        Assert.Equal(once, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Week_53_ends_with_the_third_of_January_and_the_year_with_December(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, time: new WallClock(Berlin.At(new(2026, 12, 30), 9)));
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        await bed.TellAsync(
            GameLog.Booked(Guid.CreateVersion7(), anna, Berlin.At(new(2026, 12, 31), 9), new(2027, 1, 5), new(14, 0)),
            GameLog.Corrected(Guid.CreateVersion7(), ben, 9, Berlin.At(new(2027, 1, 2), 9)));
        bed.Office.Time.Advance(Berlin.At(new(2027, 1, 3), 22) - bed.Office.Clock.Now);
        await bed.PlayAsync();
        await RunAsync(bed);
        await bed.PlayAsync();
        Assert.Equal(["2026", "2026-12", "2026-12-31", "2027-01-02"], await ClosedAsync(bed));

        bed.Office.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync(bed);
        await bed.PlayAsync();

        Assert.Equal(["2026", "2026-12", "2026-12-31", "2026-W53", "2027-01-02"], await ClosedAsync(bed));
        Assert.Equal(ben, await bed.ReadAsync(db => db.ClosedPeriods.Where(p => p.Period == "2026-W53").Select(p => p.Winner!.Value).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_only_the_name_decides_it_is_the_name_of_that_day_also_when_worked_out_anew(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        var at = Berlin.At(Tuesday, 10);
        await bed.TellAsync(GameLog.Corrected(Guid.CreateVersion7(), ben, 5, at), GameLog.Corrected(Guid.CreateVersion7(), anna, 5, at));
        bed.Office.Time.Advance(Berlin.At(Tuesday, 22, 1) - bed.Office.Clock.Now);
        await bed.PlayAsync();
        await RunAsync(bed);
        await bed.PlayAsync();
        await bed.Office.ChangeAsync(db => db.Users.Single(a => a.Id == anna).DisplayName = "Zora Richter");
        var once = await bed.PictureAsync();
        await bed.RebuildAsync();

        Assert.Equal(anna, await bed.ReadAsync(db => db.ClosedPeriods.Select(p => p.Winner!.Value).SingleAsync()));
        Assert.Equal(once, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whose_account_is_gone_stands_behind_those_that_are_there_and_on_no_board(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        var at = Berlin.At(Tuesday, 10);
        await bed.TellAsync(GameLog.Corrected(Guid.CreateVersion7(), anna, 5, at), GameLog.Corrected(Guid.CreateVersion7(), ben, 5, at));
        await bed.Office.ChangeAsync(db => db.Users.Remove(db.Users.Single(a => a.Id == anna)));
        bed.Office.Time.Advance(Berlin.At(Tuesday, 22, 1) - bed.Office.Clock.Now);
        await bed.PlayAsync();
        await RunAsync(bed);
        await bed.PlayAsync();
        var once = await bed.PictureAsync();

        Assert.Equal(ben, await bed.ReadAsync(db => db.ClosedPeriods.Select(p => p.Winner!.Value).SingleAsync()));
        var board = await bed.Office.Get<BoardReader>().ReadAsync(BoardKind.AllTime, ben, CancellationToken.None);
        Assert.Equal([ben], board.Rows.Select(r => r.AccountId));
        await bed.RebuildAsync();
        Assert.Equal(once, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_nodes_that_close_at_once_tell_it_once(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), bed.Office.Anna.AccountId!.Value, Berlin.At(Tuesday, 10), Tuesday, new(14, 0)));
        bed.Office.Time.Advance(Berlin.At(Tuesday, 22, 1) - bed.Office.Clock.Now);
        await bed.PlayAsync();
        await using var other = bed.Office.Database.AsAnotherProcess(services =>
        {
            Office.Register(services, bed.Office.Time);
            GameBed.Register(services);
        });

        await Task.WhenAll(
            Task.Run(() => RunAsync(bed)), Task.Run(() => other.GetRequiredService<PeriodClosing>().CloseAsync(CancellationToken.None)));
        await bed.PlayAsync();

        Assert.Equal(1, await bed.ReadAsync(db => db.Events.CountAsync(e => e.Kind == EventKinds.PeriodClosed)));
        Assert.Single(await bed.ReadAsync(db => db.ClosedPeriods.ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_the_log_tells_already_as_closed_is_not_told_again_by_a_node_that_has_not_read_it(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), bed.Office.Anna.AccountId!.Value, Berlin.At(Tuesday, 10), Tuesday, new(14, 0)));
        bed.Office.Time.Advance(Berlin.At(Tuesday, 22, 1) - bed.Office.Clock.Now);
        await bed.PlayAsync();
        var closing = bed.Office.Get<PeriodClosing>();
        var due = await closing.DueAsync(CancellationToken.None);
        await bed.TellAsync(GameLog.Closed(new Period(PeriodKind.Day, Tuesday), bed.Office.Clock.Now));
        Task<int?> TellAsync() => bed.Office.Database.Database.WriteAsync(db => closing.TellAsync(db, due, CancellationToken.None), CancellationToken.None);

        Assert.Single(due);
        Assert.Equal(0, await TellAsync());
        await bed.PlayAsync();
        Assert.Equal(0, await TellAsync());
        await bed.Office.ChangeAsync(db => db.GameStates.Single().RebuildingUntil = bed.Office.Clock.Now.AddMinutes(1));
        Assert.Null(await TellAsync());
    }

    [Fact]
    public async Task A_job_that_meets_a_game_at_a_standstill_does_not_say_it_was_done()
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite);
        await bed.Office.ChangeAsync(db => db.GameStates.Single().RebuildingUntil = bed.Office.Clock.Now.AddMinutes(1));

        Assert.IsType<JobReport.Failed>(await RunAsync(bed));
    }

    [Fact]
    public async Task The_job_runs_at_ten_in_the_evening_and_after_midnight_also_when_clocks_change()
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite);
        var schedule = bed.Office.Get<IEnumerable<IJob>>().Single(j => j.Name == "achievements").Schedule;

        Assert.Equal(
            [Berlin.At(new(2026, 10, 24), 22), Berlin.At(new(2026, 10, 25), 0, 5), Berlin.At(new(2026, 10, 25), 22), Berlin.At(new(2026, 10, 26), 0, 5)],
            schedule.After(new DateTimeOffset(2026, 10, 24, 0, 0, 0, TimeSpan.Zero)).Take(4));
    }

    private static Task<JobReport> RunAsync(GameBed bed) =>
        bed.Office.Get<IEnumerable<IJob>>().OfType<AchievementsJob>().Single().RunAsync(bed.Office.Clock.Now, CancellationToken.None);

    private static Task<List<string>> ClosedAsync(GameBed bed) => bed.ReadAsync(async db =>
    {
        var names = await db.ClosedPeriods.Select(p => p.Period).ToListAsync();
        names.Sort(StringComparer.Ordinal);
        return names;
    });
}
