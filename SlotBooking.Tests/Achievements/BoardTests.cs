using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Achievements;

public sealed class BoardTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_board_ranks_shares_places_and_says_who_climbed_since_yesterday(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben, ada) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value, bed.Office.Admin.AccountId!.Value);
        var (today, at) = (bed.Office.Today, bed.Office.Clock.Now);
        await GiveAsync(bed, at.AddDays(-1), (anna, 10), (ben, 8), (ada, 8));
        await bed.TellAsync(GameLog.Closed(new Period(PeriodKind.Day, today.AddDays(-1)), at));
        await GiveAsync(bed, at, (ben, 7));

        var board = await ReadAsync(bed, BoardKind.Month, anna);

        Assert.Equal([(1, "Ben Sommer", 15, 1), (2, "Anna Richter", 10, -1), (3, "Ada Winter", 8, -1)], board.Rows.Select(r => (r.Rank, r.Name, r.Value, r.Change!.Value)));
        Assert.Equal((33, 3, true), (board.Team, board.People, board.Rows[1].IsMe));
        await GiveAsync(bed, at, (ada, 2));
        Assert.Equal([1, 2, 2], (await ReadAsync(bed, BoardKind.AllTime, anna)).Rows.Select(r => r.Rank));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Accounts_that_are_left_out_disabled_or_removed_are_on_no_board_and_renamed_ones_have_their_new_name(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var people = new List<Actor>();
        foreach (var name in (string[])["cem", "dora", "emil", "fritz"])
        {
            people.Add(await bed.Office.HireAsync(name, name, Roles.Agent));
        }

        await GiveAsync(bed, [.. people.Select((p, n) => (p.AccountId!.Value, n + 1))]);
        await bed.PlayAsync();
        var before = await bed.PictureAsync();
        await bed.Office.ChangeAsync(db =>
        {
            db.Users.Single(a => a.UserName == "cem").DisabledAt = bed.Office.Clock.Now;
            db.Users.Single(a => a.UserName == "dora").DisplayName = "Dora Neu";
            db.Users.Remove(db.Users.Single(a => a.UserName == "emil"));
        });
        Assert.False(await bed.Office.Get<GameChoices>().LeaveOutAsync(people[3].AccountId!.Value, true, bed.Office.Anna, CancellationToken.None));
        Assert.True(await bed.Office.Get<GameChoices>().LeaveOutAsync(people[3].AccountId!.Value, true, bed.Office.Admin, CancellationToken.None));

        var board = await ReadAsync(bed, BoardKind.AllTime, null);

        Assert.Equal("Dora Neu", Assert.Single(board.Rows).Name);
        Assert.Equal(2, board.Team);
        await bed.RebuildAsync();
        Assert.Equal(before, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_office_may_show_only_neighbours_or_only_the_team(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var people = new List<Guid>();
        for (var n = 0; n < 7; n++)
        {
            people.Add((await bed.Office.HireAsync($"agent{n}", $"Agent {n}", Roles.Agent)).AccountId!.Value);
        }

        await GiveAsync(bed, [.. people.Select((p, n) => (p, 10 - n))]);
        await ShowAsync(bed, BoardView.Neighbours);
        var near = await ReadAsync(bed, BoardKind.AllTime, people[5]);
        var far = await ReadAsync(bed, BoardKind.AllTime, bed.Office.Admin.AccountId);
        await ShowAsync(bed, BoardView.Team);
        var team = await ReadAsync(bed, BoardKind.AllTime, people[5]);

        Assert.Equal([4, 5, 6, 7], near.Rows.Select(r => r.Rank));
        Assert.Empty(near.Podium);
        Assert.Empty(far.Rows);
        Assert.Equal((0, 49, 7), (team.Rows.Count, team.Team, team.People));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Last_months_champion_wears_the_crown(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        var at = bed.Office.Clock.Now.AddMonths(-1);
        await bed.TellAsync(GameLog.Corrected(Guid.CreateVersion7(), anna, 9, at), GameLog.Closed(Period.MonthOf(bed.Office.Today.AddMonths(-1)), bed.Office.Clock.Now));
        await GiveAsync(bed, (ben, 50), (anna, 1));
        await bed.PlayAsync();

        Assert.Equal(anna, (await ReadAsync(bed, BoardKind.Month, ben)).Champion);
    }

    [Fact]
    public async Task Disabled_in_the_middle_of_the_month_one_keeps_the_MVP_but_wears_no_crown()
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        await GiveAsync(bed, bed.Office.Clock.Now.AddMonths(-1), (anna, 9), (ben, 3));
        await bed.Office.ChangeAsync(db => db.Users.Single(a => a.Id == anna).DisabledAt = bed.Office.Clock.Now.AddDays(-20));
        await bed.TellAsync(GameLog.Closed(Period.MonthOf(bed.Office.Today.AddMonths(-1)), bed.Office.Clock.Now));
        await bed.PlayAsync();

        Assert.Equal(anna, await bed.ReadAsync(db => db.ClosedPeriods.Select(p => p.Winner).SingleAsync()));
        var board = await ReadAsync(bed, BoardKind.AllTime, ben);
        Assert.Equal([ben], board.Rows.Select(r => r.AccountId));
        Assert.Null(board.Champion);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task My_page_says_where_I_stand_what_is_next_and_why(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, consultants: 2);
        var anna = bed.Office.Anna.AccountId!.Value;
        var slot = SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1))[0];
        await bed.Office.SendAsync(ACustomer.Into(slot, bed.Office.Anna, ACustomer.Named("Muster")));
        await bed.Office.Get<CorrectionDesk>().CorrectAsync(Guid.CreateVersion7(), anna, 7, "Nachtrag", bed.Office.Admin, CancellationToken.None);
        await bed.PlayAsync();

        var mine = await bed.Office.Get<MyGameReader>().ReadAsync(anna, CancellationToken.None);
        var why = await bed.Office.Get<LedgerReader>().ReadAsync(anna, bed.Office.Today, bed.Office.Today, CancellationToken.None);

        // 14 points, „Erste Schritte“, „Anfänger“ and „Monatsanfänger“, a streak of one day.
        Assert.Equal((14, 140 + 150 + 25, 1), (mine.PointsToday, mine.Level.Xp, mine.Streak));
        Assert.Equal("daily_20", mine.Goals[0].Badge.Id);
        Assert.Equal((14, 6, 70), (mine.Goals[0].Value, mine.Goals[0].Missing, mine.Goals[0].Percent));
        Assert.Equal((35, StreakDayState.Booked), (mine.Calendar.Count, mine.Calendar.Single(d => d.Day == bed.Office.Today).State));
        Assert.Equal(
            [(PointRule.Booking, 2, "Muster, Erika", null), (PointRule.FirstOfDay, 5, "Muster, Erika", null), (PointRule.Correction, 7, null, "Nachtrag")],
            why.Select(l => (l.Rule, l.Points, l.Customer, l.Reason)));
        Assert.Equal(slot, why[0].Slot);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_wall_shows_what_is_earned_how_near_the_rest_is_and_how_many_have_it(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);
        await GiveAsync(bed, (anna, 12), (ben, 4));

        var cards = await bed.Office.Get<BadgeWall>().ReadAsync(anna, CancellationToken.None);

        Assert.Equal(34, cards.Count);
        Assert.Equal(["daily_10", "monthly_10"], cards.TakeWhile(c => c.EarnedAt is not null).Select(c => c.Badge.Id).Order(StringComparer.Ordinal));
        Assert.Equal((12, 60), cards.Single(c => c.Badge.Id == "daily_20") is var card ? (card.Value, card.Percent) : default);
        Assert.Equal(100, cards.Single(c => c.Badge.Id == "daily_10").SharePercent);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Looking_changes_nothing(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        await GiveAsync(bed, (anna, 12));
        var before = await bed.PictureAsync();

        await bed.Office.Get<MyGameReader>().ReadAsync(Guid.NewGuid(), CancellationToken.None);
        await bed.Office.Get<MyGameReader>().ReadAsync(anna, CancellationToken.None);
        foreach (var board in Enum.GetValues<BoardKind>())
        {
            await ReadAsync(bed, board, anna);
        }

        Assert.Equal(before, await bed.PictureAsync());
    }

    private static Task GiveAsync(GameBed bed, params (Guid Account, int Points)[] points) => GiveAsync(bed, bed.Office.Clock.Now, points);

    private static async Task GiveAsync(GameBed bed, DateTimeOffset at, params (Guid Account, int Points)[] points)
    {
        await bed.TellAsync([.. points.Select(p => GameLog.Corrected(Guid.CreateVersion7(), p.Account, p.Points, at))]);
        await bed.PlayAsync();
    }

    private static async Task ShowAsync(GameBed bed, BoardView view) => Assert.Empty(
        await bed.Office.Get<SettingsStore>().ChangeAsync(GameSections.GameSection, s => s with { Boards = view }, bed.Office.Admin, CancellationToken.None));

    private static Task<Board> ReadAsync(GameBed bed, BoardKind kind, Guid? me) => bed.Office.Get<BoardReader>().ReadAsync(kind, me, CancellationToken.None);
}
