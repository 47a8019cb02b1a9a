using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Achievements;

/// <summary>An office whose game is played by hand: nothing reads the log unless the test says so.</summary>
internal sealed class GameBed(Office office) : IAsyncDisposable
{
    public Office Office => office;

    public static async Task<GameBed> OpenAsync(DatabaseKind kind, int consultants = 0, FakeTimeProvider? time = null, bool isDurable = false)
    {
        var bed = new GameBed(await Office.OpenAsync(kind, consultants, Register, time, isDurable));
        await bed.PlayAsync();
        return bed;
    }

    public static void Register(IServiceCollection services) => services.AddGame();

    /// <summary>Reads the log to its end. On PostgreSQL the end waits for older transactions, of other tests too.</summary>
    public Task PlayAsync(IServiceProvider? process = null) => Eventually.HoldsAsync(
        async () =>
        {
            await (process ?? office.Database.Provider).GetRequiredService<GameReader>().RunAsync(CancellationToken.None);
            return await IsAtEndAsync();
        },
        "the game has read the log to its end");

    /// <summary>Works everything out anew and reads on to the end.</summary>
    public async Task<RebuildReport> RebuildAsync()
    {
        var report = await office.Get<GameRebuild>().RunAsync(CancellationToken.None);
        await PlayAsync();
        return report!;
    }

    /// <summary>As on the first day, with an empty log and nothing worked out: cheaper than another database.</summary>
    public Task EmptyAsync() => office.Database.Database.WriteAsync(
        db => db.Database.ExecuteSqlRawAsync(
            """
            DELETE FROM events; DELETE FROM setting_changes; DELETE FROM game_news; DELETE FROM game_entries; DELETE FROM game_bookings; DELETE FROM game_players;
            DELETE FROM game_days; DELETE FROM game_team_days; DELETE FROM game_sums; DELETE FROM game_periods; DELETE FROM game_badges; DELETE FROM game_levels;
            DELETE FROM game_absences; DELETE FROM game_parked;
            UPDATE game_state SET "RuleChanges" = 0, "StateChanges" = 0, "SettingTransaction" = 0, "SettingEvent" = 0, "ThenDay" = NULL;
            """),
        CancellationToken.None);

    public Task TellAsync(params OfficeEvent[] events) => office.ChangeAsync(db => db.Events.AddRange(events));

    public Task<T> ReadAsync<T>(Func<SlotBookingDb, Task<T>> read) => office.ReadAsync(read);

    public async Task<int> PointsAsync(Guid account) => await ReadAsync(db => db.Players.Where(p => p.AccountId == account).Select(p => p.Points).SingleOrDefaultAsync());

    public async Task<IReadOnlyList<NewsItem>> NewsAsync(Guid account)
    {
        var desk = office.Get<NewsDesk>();
        var news = await desk.WaitingAsync(account, CancellationToken.None);
        await desk.SeenAsync(account, [.. news.Select(n => n.Key)], CancellationToken.None);
        return news;
    }

    /// <summary>All that is derived, as text, for comparing.</summary>
    public async Task<string> PictureAsync()
    {
        await using var db = await office.Database.Contexts.CreateDbContextAsync();
        var text = new StringBuilder();
        Draw(text, await db.GameEntries.AsNoTracking().OrderBy(e => e.EventNumber).ThenBy(e => e.Source).ThenBy(e => e.Rule).ThenBy(e => e.Turn).ToListAsync());
        Draw(text, await db.PlayedBookings.AsNoTracking().OrderBy(b => b.BookingId).ToListAsync());
        Draw(text, await db.Players.AsNoTracking().OrderBy(p => p.AccountId).ToListAsync());
        Draw(text, await db.PlayerDays.AsNoTracking().OrderBy(d => d.AccountId).ThenBy(d => d.Day).ToListAsync());
        Draw(text, await db.TeamDays.AsNoTracking().OrderBy(d => d.Day).ToListAsync());
        Draw(text, await db.PeriodSums.AsNoTracking().OrderBy(s => s.Period).ThenBy(s => s.AccountId).ToListAsync());
        Draw(text, await db.ClosedPeriods.AsNoTracking().OrderBy(p => p.Period).ToListAsync());
        Draw(text, await db.EarnedBadges.AsNoTracking().OrderBy(b => b.AccountId).ThenBy(b => b.BadgeId).ThenBy(b => b.Period).ToListAsync());
        Draw(text, await db.ReachedLevels.AsNoTracking().OrderBy(l => l.AccountId).ThenBy(l => l.Level).ToListAsync());
        Draw(text, await db.HeardAbsences.AsNoTracking().OrderBy(a => a.AbsenceId).ToListAsync());
        Draw(text, await db.ParkedEvents.AsNoTracking().OrderBy(e => e.EventNumber).ToListAsync());
        Draw(text, await db.GameStates.AsNoTracking().ToListAsync());
        return text.ToString();
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task<bool> IsAtEndAsync()
    {
        await using var db = await office.Database.Contexts.CreateDbContextAsync();
        var cursor = await db.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Reader == GameReader.Reader);
        return cursor is not null && !await db.Events.AnyAsync(e => e.Kind != EventKinds.GameChanged
            && (e.Transaction > cursor.Transaction || (e.Transaction == cursor.Transaction && e.Sequence > cursor.Sequence)));
    }

    private static void Draw<T>(StringBuilder text, IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            text.Append(typeof(T).Name).Append(CultureInfo.InvariantCulture, $" {System.Text.Json.JsonSerializer.Serialize(row)}").AppendLine();
        }
    }
}
