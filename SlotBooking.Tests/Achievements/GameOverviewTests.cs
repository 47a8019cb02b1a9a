using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Settings;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Achievements;

public sealed class GameOverviewTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Admins_see_what_changed_also_when_one_version_cannot_be_read_and_nobody_else_sees_anything(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var store = bed.Office.Get<SettingsStore>();
        await store.ChangeAsync(GameSections.GameSection, s => s with { BookingPoints = 3 }, bed.Office.Admin, CancellationToken.None);
        bed.Office.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.Office.ChangeAsync(db => db.SettingChanges.Add(
            new SettingChange { Section = "game", Before = "kaputt", After = "{\"levels\":null}", At = bed.Office.Clock.Now, Author = "Ada Winter" }));

        var seen = await bed.Office.Get<GameOverview>().ReadAsync(bed.Office.Admin, CancellationToken.None);

        Assert.Equal([new GameRules(), new GameRules { BookingPoints = 3 }], seen!.Changes.Select(c => c.After));
        Assert.Null(await bed.Office.Get<GameOverview>().ReadAsync(bed.Office.Anna, CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Absences_of_everybody_stand_there_until_they_are_withdrawn_or_long_over(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben, today) = (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value, bed.Office.Today);
        var desk = bed.Office.Get<AbsenceDesk>();
        Task<AbsenceAnswer> EnterAsync(Guid who, int from, int through) =>
            desk.EnterAsync(who, today.AddDays(from), today.AddDays(through), AbsenceReason.Vacation, bed.Office.Admin, CancellationToken.None);
        await EnterAsync(anna, -40, -29);
        await EnterAsync(anna, -30, -28);
        var gone = (AbsenceAnswer.Done)await EnterAsync(ben, 1, 2);
        await EnterAsync(ben, 3, 4);
        await desk.WithdrawAsync(gone.Id, bed.Office.Ben, CancellationToken.None);

        Assert.Equal([("Ben Sommer", today.AddDays(3)), ("Anna Richter", today.AddDays(-30)), ("Anna Richter", today.AddDays(-40))], await SeenAsync());
        bed.Office.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal([("Ben Sommer", today.AddDays(3))], await SeenAsync());

        async Task<IEnumerable<(string, DateOnly)>> SeenAsync() =>
            (await bed.Office.Get<GameOverview>().ReadAsync(bed.Office.Admin, CancellationToken.None))!.Absences.Select(a => (a.Name, a.First));
    }
}
