using System.Globalization;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Achievements;

/// <summary>Worked out anew, the game is the same as it was played live: held against invented histories.</summary>
/// <remarks>
/// A few, the same in each run, and many in the long run.
/// As many as one likes or one again: <c>GAME_HISTORIES=5000</c>, <c>GAME_HISTORY=42</c>.
/// </remarks>
public sealed class RebuildPropertyTests
{
    private static readonly int OnSqlite = TestRun.Count(normal: 40, many: 5_000);
    private static readonly int OnPostgres = TestRun.Count(normal: 5, many: 250);

    [Fact]
    public async Task Worked_out_anew_the_rows_are_the_same_as_live_on_SQLite() => await CompareAsync(DatabaseKind.Sqlite, Number("GAME_HISTORIES") ?? OnSqlite);

    [Fact]
    public async Task Worked_out_anew_the_rows_are_the_same_as_live_on_PostgreSQL() => await CompareAsync(DatabaseKind.PostgreSql, OnPostgres);

    private static async Task CompareAsync(DatabaseKind kind, int histories)
    {
        var one = Number("GAME_HISTORY");
        await using var bed = await GameBed.OpenAsync(kind);
        bed.Office.Get<GameRebuild>().Taken = RandomHistory.Stumble;
        foreach (var seed in one is { } only ? [only] : Enumerable.Range(1, histories))
        {
            await CompareAsync(bed, seed);
        }
    }

    private static async Task CompareAsync(GameBed bed, int seed)
    {
        await bed.EmptyAsync();
        foreach (var (events, changes) in new RandomHistory(seed).Stretches())
        {
            await bed.Office.ChangeAsync(db =>
            {
                db.Events.AddRange(events);
                db.SettingChanges.AddRange(changes);
            });
            await bed.PlayAsync();
        }

        var live = await bed.PictureAsync();
        await bed.RebuildAsync();
        var anew = await bed.PictureAsync();

        Assert.True(live == anew, $"History {seed} differs: {FirstDifference(live, anew)}");
        Assert.Contains("LedgerEntry", live, StringComparison.Ordinal);
    }

    private static string FirstDifference(string live, string anew)
    {
        var (one, other) = (live.Split('\n'), anew.Split('\n'));
        var n = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(i => one[i] != other[i], Math.Min(one.Length, other.Length) - 1);
        return $"\nlive: {one[n]}\nanew: {other[n]}";
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
