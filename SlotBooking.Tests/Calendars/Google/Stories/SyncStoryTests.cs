using System.Globalization;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Selection;
using Xunit.Abstractions;

namespace SlotBooking.Tests.Calendars.Google.Stories;

/// <summary>Tells stories: a few, the same in each run, and many in the long run.</summary>
/// <remarks>The environment variable SYNC_STORIES says how many; SYNC_STORY tells one again, by its seed.</remarks>
public sealed class SyncStoryTests(ITestOutputHelper output)
{
    private static readonly int OnSqlite = TestRun.Count(normal: 24, many: 1_000);
    private static readonly int OnPostgres = TestRun.Count(normal: 3, many: 100);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whatever_happens_database_and_calendar_agree_within_three_rounds(DatabaseKind kind)
    {
        var seeds = Setting("SYNC_STORY") is { } one ? [one] : Enumerable.Range(1, Setting("SYNC_STORIES") ?? (kind is DatabaseKind.Sqlite ? OnSqlite : OnPostgres));
        var failed = new List<string>();
        foreach (var seed in seeds)
        {
            await using var story = await SyncStory.BeginAsync(kind, seed);
            var wrong = await ToldAsync(story);
            if (wrong.Count > 0)
            {
                output.WriteLine(FormattableString.Invariant($"Seed {seed}:\n  {string.Join("\n  ", story.Told)}\nwrong:\n  {string.Join("\n  ", wrong)}"));
                failed.Add(FormattableString.Invariant($"seed {seed}: {wrong[0]}"));
            }
        }

        Assert.True(failed.Count == 0, string.Join("\n", failed));
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(SyncStory story)
    {
        try
        {
            return await story.RunAsync();
        }
        catch (Exception exception)
        {
            return [exception.ToString()]; // the seed has to be known, and the others are told all the same
        }
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
