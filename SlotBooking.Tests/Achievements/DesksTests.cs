using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Achievements;

public sealed class DesksTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_admin_corrects_points_with_a_reason_and_nobody_else_does(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var desk = bed.Office.Get<CorrectionDesk>();
        Task<CorrectionAnswer> Correct(int points, string reason, Actor author) => desk.CorrectAsync(Guid.CreateVersion7(), anna, points, reason, author, CancellationToken.None);

        Assert.IsType<CorrectionAnswer.NotAllowed>(await Correct(5, "Fleiß", bed.Office.Anna));
        Assert.IsType<CorrectionAnswer.BadReason>(await Correct(5, "  ", bed.Office.Admin));
        Assert.IsType<CorrectionAnswer.BadPoints>(await Correct(0, "Nichts", bed.Office.Admin));
        Assert.IsType<CorrectionAnswer.BadPoints>(await Correct(int.MinValue, "Alles", bed.Office.Admin));
        Assert.IsType<CorrectionAnswer.Unknown>(await desk.CorrectAsync(Guid.CreateVersion7(), Guid.NewGuid(), 5, "Niemand", bed.Office.Admin, CancellationToken.None));
        var done = Assert.IsType<CorrectionAnswer.Done>(await Correct(-3, "Doppelt gezählt", bed.Office.Admin));
        await bed.PlayAsync();

        Assert.Equal(-3, await bed.PointsAsync(anna));
        var kept = await bed.ReadAsync(db => db.PointCorrections.SingleAsync(c => c.Id == done.Id));
        Assert.Equal(("Doppelt gezählt", "Ada Winter"), (kept.Reason, kept.Author));
        Assert.DoesNotContain("Doppelt", string.Concat(await bed.ReadAsync(db => db.Events.Select(e => e.Detail).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task People_enter_their_own_absences_and_admins_everybodys(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var desk = bed.Office.Get<AbsenceDesk>();
        var today = bed.Office.Today;
        Task<AbsenceAnswer> Enter(Actor author, int days) => desk.EnterAsync(anna, today, today.AddDays(days), AbsenceReason.Illness, author, CancellationToken.None);

        Assert.IsType<AbsenceAnswer.NotAllowed>(await Enter(bed.Office.Ben, 1));
        Assert.IsType<AbsenceAnswer.BadDays>(await Enter(bed.Office.Anna, -1));
        Assert.IsType<AbsenceAnswer.BadDays>(await Enter(bed.Office.Anna, 400));
        var own = Assert.IsType<AbsenceAnswer.Done>(await Enter(bed.Office.Anna, 1));
        Assert.IsType<AbsenceAnswer.Done>(await Enter(bed.Office.Admin, 2));
        await bed.PlayAsync();
        Assert.Equal(2, await bed.ReadAsync(db => db.HeardAbsences.CountAsync()));

        Assert.IsType<AbsenceAnswer.NotAllowed>(await desk.WithdrawAsync(own.Id, bed.Office.Ben, CancellationToken.None));
        Assert.IsType<AbsenceAnswer.Done>(await desk.WithdrawAsync(own.Id, bed.Office.Anna, CancellationToken.None));
        Assert.IsType<AbsenceAnswer.Done>(await desk.WithdrawAsync(own.Id, bed.Office.Anna, CancellationToken.None));
        await bed.PlayAsync();

        Assert.Single(await desk.ListAsync(anna, bed.Office.Anna, CancellationToken.None));
        Assert.Single(await desk.ListAsync(anna, bed.Office.Admin, CancellationToken.None));
        Assert.Empty(await desk.ListAsync(anna, bed.Office.Ben, CancellationToken.None));
        Assert.Equal(1, await bed.ReadAsync(db => db.HeardAbsences.CountAsync(a => !a.IsWithdrawn)));
        Assert.DoesNotContain("Illness", string.Concat(await bed.ReadAsync(db => db.Events.Select(e => e.Detail).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_correction_and_an_absence_that_are_sent_twice_stand_once(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var (id, today) = (Guid.CreateVersion7(), bed.Office.Today);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => bed.Office.Get<CorrectionDesk>().CorrectAsync(id, anna, 5, "Fleiß", bed.Office.Admin, CancellationToken.None))));
        var absences = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => bed.Office.Get<AbsenceDesk>().EnterAsync(anna, today, today, AbsenceReason.Illness, bed.Office.Anna, CancellationToken.None))));
        await bed.PlayAsync();

        Assert.Equal(5, await bed.PointsAsync(anna));
        Assert.Single(absences.Cast<AbsenceAnswer.Done>().Select(a => a.Id).Distinct());
        Assert.Equal(1, await bed.ReadAsync(db => db.Absences.CountAsync()));
    }

    [Theory]
    [InlineData("0026-06-08", false, typeof(AbsenceAnswer.BadDays))]
    [InlineData("2026-05-08", false, typeof(AbsenceAnswer.TooLongAgo))]
    [InlineData("2026-05-09", false, typeof(AbsenceAnswer.Done))]
    [InlineData("2026-05-08", true, typeof(AbsenceAnswer.Done))]
    public async Task Old_absences_are_entered_by_admins_and_impossible_ones_by_nobody(string first, bool isAdmin, Type answer)
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite);
        bed.Office.Time.Advance(Builders.Berlin.At(new(2026, 6, 9), 10) - bed.Office.Clock.Now);
        var day = DateOnly.ParseExact(first, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.IsType(answer, await bed.Office.Get<AbsenceDesk>().EnterAsync(
            bed.Office.Anna.AccountId!.Value, day, day, AbsenceReason.Illness, isAdmin ? bed.Office.Admin : bed.Office.Anna, CancellationToken.None));
        await bed.PlayAsync();
        Assert.Empty(await bed.ReadAsync(db => db.ParkedEvents.ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_admins_leave_people_out_and_only_people_that_there_are(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var choices = bed.Office.Get<GameChoices>();

        Assert.False(await choices.LeaveOutAsync(bed.Office.Anna.AccountId!.Value, true, bed.Office.Ben, CancellationToken.None));
        Assert.False(await choices.LeaveOutAsync(Guid.NewGuid(), true, bed.Office.Admin, CancellationToken.None));
        Assert.True(await choices.LeaveOutAsync(bed.Office.Anna.AccountId!.Value, true, bed.Office.Admin, CancellationToken.None));
        Assert.Equal(bed.Office.Anna.AccountId, (await bed.ReadAsync(db => db.GameChoices.SingleAsync(c => c.IsLeftOut))).AccountId);
        Assert.Equal(bed.Office.Admin.AccountId, (await bed.ReadAsync(db => db.Events.OrderByDescending(e => e.Sequence).FirstAsync())).AccountId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_wants_no_popups_is_told_nothing_also_not_later(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        var choices = bed.Office.Get<GameChoices>();
        await choices.ChooseAsync(bed.Office.Anna, isQuiet: true, hasSound: false, CancellationToken.None);
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), anna, bed.Office.Clock.Now, bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();

        Assert.Empty(await bed.NewsAsync(anna));
        await choices.ChooseAsync(bed.Office.Anna, isQuiet: false, hasSound: true, CancellationToken.None);
        Assert.Empty(await bed.NewsAsync(anna));
        Assert.True((await choices.ReadAsync(anna, CancellationToken.None)).HasSound);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task News_waits_until_it_was_shown_and_never_comes_again(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var anna = bed.Office.Anna.AccountId!.Value;
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), anna, bed.Office.Clock.Now, bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();

        Assert.Equal(["badge/first_booking", "level/2"], await Waiting());
        Assert.Equal(["badge/first_booking", "level/2"], await Waiting());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Show("badge/first_booking"))));
        Assert.Equal(["level/2"], await Waiting());
        await Show("level/2");
        Assert.Empty(await Waiting());

        async Task<IEnumerable<string>> Waiting() => (await bed.Office.Get<NewsDesk>().WaitingAsync(anna, CancellationToken.None)).Select(n => n.Key);
        Task Show(string key) => bed.Office.Get<NewsDesk>().SeenAsync(anna, [key], CancellationToken.None);
    }
}
