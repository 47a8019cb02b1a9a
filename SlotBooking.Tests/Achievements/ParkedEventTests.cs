using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Achievements;

public sealed class ParkedEventTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_event_on_which_the_rules_break_is_left_out_whole_live_and_anew(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        bed.Office.Get<GameRebuild>().Taken = RandomHistory.Stumble;
        var (anna, ben) = People(bed);
        var at = bed.Office.Clock.Now;
        await bed.TellAsync(
            GameLog.Booked(Guid.CreateVersion7(), anna, at, bed.Office.Today, new(14, 0)),
            GameLog.Corrected(Guid.CreateVersion7(), ben, 77, at),
            GameLog.Corrected(Guid.CreateVersion7(), anna, 77, at),
            GameLog.Booked(Guid.CreateVersion7(), anna, at, bed.Office.Today, new(14, 0)));

        await bed.PlayAsync();
        var live = await bed.PictureAsync();
        Assert.Equal((9, 0, 0), (await bed.PointsAsync(anna), await bed.PointsAsync(ben), await bed.ReadAsync(db => db.Players.CountAsync(p => p.AccountId == ben))));
        Assert.Equal(2, await bed.ReadAsync(db => db.ParkedEvents.CountAsync(e => e.Reason.StartsWith("Die Regeln des Spiels sind an diesem Ereignis gescheitert."))));

        Assert.Equal(2, (await bed.RebuildAsync()).Parked);
        Assert.Equal(live, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_no_desk_would_write_is_parked_live_as_anew_and_the_rest_counts(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = People(bed);
        var (at, today) = (bed.Office.Clock.Now, bed.Office.Today);
        var (absence, correction) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        OfficeEvent[] hostile =
        [
            GameLog.Booked(Guid.CreateVersion7(), anna, new DateTimeOffset(9999, 12, 31, 23, 0, 0, TimeSpan.Zero), today, new(14, 0)),
            GameLog.Booked(Guid.CreateVersion7(), anna, at, new DateOnly(1, 1, 1), new(14, 0)),
            GameLog.Away(Guid.CreateVersion7(), anna, DateOnly.MinValue, DateOnly.MaxValue, at),
            GameLog.Away(absence, ben, today, today, at),
            GameLog.Corrected(Guid.CreateVersion7(), anna, int.MinValue, at),
            GameLog.Corrected(correction, anna, 0, at),
            GameLog.Closed(new Period(PeriodKind.Day, today), at),
            GameLog.Closed(Period.YearOf(new(2150, 1, 1)), at),
        ];
        await bed.TellAsync(GameLog.Away(absence, anna, today.AddDays(1), today.AddDays(1), at));
        foreach (var told in hostile)
        {
            await bed.TellAsync(told);
        }

        await bed.TellAsync(GameLog.Corrected(correction, anna, 3, at), GameLog.Booked(Guid.CreateVersion7(), Guid.CreateVersion7(), at, today, new(14, 0)));
        await bed.PlayAsync();
        var live = await bed.PictureAsync();

        Assert.Equal(hostile.Select(e => e.Kind), await bed.ReadAsync(db => db.ParkedEvents.OrderBy(e => e.EventNumber).Select(e => e.Kind).ToListAsync()));
        Assert.Equal((3, 0), (await bed.PointsAsync(anna), await bed.ReadAsync(db => db.ClosedPeriods.CountAsync())));
        await bed.RebuildAsync();
        Assert.Equal(live, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_mended_event_counts_after_working_it_out_anew_as_if_it_had_never_been_broken(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, ben) = People(bed);
        var at = bed.Office.Clock.Now;
        var booking = Guid.CreateVersion7();
        await bed.TellAsync(
            GameLog.Booked(booking, anna, at, bed.Office.Today, new(14, 0)),
            GameLog.Became(booking, BookingStatus.Completed, at.AddHours(3)),
            GameLog.Booked(Guid.CreateVersion7(), ben, at.AddHours(4), bed.Office.Today, new(18, 0)));
        await bed.PlayAsync();
        var whole = await bed.PictureAsync();
        var detail = await bed.ReadAsync(db => db.Events.Where(e => e.Kind == EventKinds.OutcomeChanged).Select(e => e.Detail).SingleAsync());

        await WriteDetailAsync(bed, "{\"to\":\"Verschollen\"}");
        Assert.Equal(1, (await bed.RebuildAsync()).Parked);
        Assert.Equal(7, await bed.PointsAsync(anna));
        await WriteDetailAsync(bed, detail!);

        Assert.Equal(0, (await bed.RebuildAsync()).Parked);
        Assert.Equal(whole, await bed.PictureAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_that_fails_parks_nothing_and_the_stretch_is_read_later(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, _) = People(bed);
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), anna, bed.Office.Clock.Now, bed.Office.Today, new(14, 0)));
        await RunAsync(bed, "ALTER TABLE game_sums RENAME TO game_sums_gone");

        await Assert.ThrowsAnyAsync<Exception>(() => bed.PlayAsync());
        Assert.Empty(await bed.ReadAsync(db => db.ParkedEvents.ToListAsync()));
        await RunAsync(bed, "ALTER TABLE game_sums_gone RENAME TO game_sums");
        await bed.PlayAsync();

        Assert.Equal(7, await bed.PointsAsync(anna));
        Assert.Empty(await bed.ReadAsync(db => db.ParkedEvents.ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rows_that_were_damaged_from_outside_are_worked_out_anew_by_themselves(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, _) = People(bed);
        var booking = Guid.CreateVersion7();
        await bed.TellAsync(GameLog.Booked(booking, anna, bed.Office.Clock.Now, bed.Office.Today, new(14, 0)));
        await bed.Office.ChangeAsync(db => db.GameEntries.Add(new LedgerEntry { Source = booking, Rule = PointRule.Booking, AccountId = anna, Points = 99, Day = bed.Office.Today }));

        await bed.PlayAsync();

        Assert.Equal((7, 7), (await bed.PointsAsync(anna), await bed.ReadAsync(db => db.GameEntries.SumAsync(e => e.Points))));
        Assert.Empty(await bed.ReadAsync(db => db.ParkedEvents.ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_changed_rule_that_cannot_be_read_is_parked_and_the_one_before_it_goes_on(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind);
        var (anna, _) = People(bed);
        var at = bed.Office.Clock.Now;
        await ChangeAsync(bed, "{\"bookingPoints\":3,\"firstOfDayPoints\":0}", at);
        await ChangeAsync(bed, "{\"bookingPoints\":2000000000}", at.AddSeconds(1));
        await ChangeAsync(bed, "kaputt", at.AddSeconds(2));
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), anna, at, bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();
        Assert.Equal(3, await bed.PointsAsync(anna));

        await ChangeAsync(bed, "{\"bookingPoints\":5,\"firstOfDayPoints\":0}", at.AddSeconds(3));
        await bed.TellAsync(GameLog.Booked(Guid.CreateVersion7(), anna, at, bed.Office.Today, new(14, 0)));
        await bed.PlayAsync();
        var live = await bed.PictureAsync();

        Assert.Equal((8, 2), (await bed.PointsAsync(anna), await bed.ReadAsync(db => db.ParkedEvents.CountAsync())));
        await bed.RebuildAsync();
        Assert.Equal(live, await bed.PictureAsync());
    }

    private static (Guid Anna, Guid Ben) People(GameBed bed) => (bed.Office.Anna.AccountId!.Value, bed.Office.Ben.AccountId!.Value);

    private static Task WriteDetailAsync(GameBed bed, string detail) => bed.Office.Database.Database.WriteAsync(
        db => db.Events.Where(e => e.Kind == EventKinds.OutcomeChanged).ExecuteUpdateAsync(set => set.SetProperty(e => e.Detail, detail)), CancellationToken.None);

    private static Task RunAsync(GameBed bed, string sql) =>
        bed.Office.Database.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(sql), CancellationToken.None);

    private static Task ChangeAsync(GameBed bed, string after, DateTimeOffset at) => bed.Office.ChangeAsync(db =>
    {
        db.SettingChanges.Add(new SettingChange { Id = Guid.CreateVersion7(at), Section = "game", After = after, At = at, Author = "Ada Winter" });
        db.Events.Add(new OfficeEvent { Kind = EventKinds.SettingChanged, At = at, Detail = "\"game\"" });
    });
}
