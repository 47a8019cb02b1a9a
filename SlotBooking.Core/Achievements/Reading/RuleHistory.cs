using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Reading;

/// <summary>All versions of what the game goes by, in the order in which the log tells of them.</summary>
internal sealed class RuleHistory(IReadOnlyList<GameRules> rules, IReadOnlyList<FederalState> states)
{
    /// <summary>Nothing was ever changed.</summary>
    public static readonly RuleHistory Default = new([], []);

    /// <summary>The rules after so many changes.</summary>
    public GameRules Rules(int changes) => At(rules, changes, OfficeSettings.Default.Game);

    /// <summary>The federal state after so many changes.</summary>
    public FederalState State(int changes) => At(states, changes, OfficeSettings.Default.State);

    /// <summary>Reads it.</summary>
    public static async Task<RuleHistory> ReadAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var changes = await db.SettingChanges.AsNoTracking().Where(c => c.Section == "game" || c.Section == "state")
            .OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new { c.Section, c.After }).ToListAsync(cancellationToken);
        return new RuleHistory(
            [.. changes.Where(c => c.Section == "game").Select(c => JsonSerializer.Deserialize<GameRules>(c.After, SettingsStore.Json)!)],
            [.. changes.Where(c => c.Section == "state").Select(c => JsonSerializer.Deserialize<FederalState>(c.After, SettingsStore.Json))]);
    }

    private static T At<T>(IReadOnlyList<T> versions, int changes, T first) =>
        changes == 0 || versions.Count == 0 ? first : versions[Math.Min(changes, versions.Count) - 1];
}
