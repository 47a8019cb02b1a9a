using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>All versions of what the game goes by, in the order in which the log tells of them.</summary>
/// <remarks>A version that cannot be read, or that no admin could have entered, is null: the one before it goes on.</remarks>
internal sealed class RuleHistory(IReadOnlyList<GameRules?> rules, IReadOnlyList<FederalState?> states)
{
    /// <summary>The rules after so many changes.</summary>
    public GameRules Rules(int changes) => rules.Take(changes).LastOrDefault(version => version is not null) ?? GameSections.GameSection.Default;

    /// <summary>The federal state after so many changes.</summary>
    public FederalState State(int changes) => states.Take(changes).LastOrDefault(version => version is not null) ?? OfficeSections.StateSection.Default;

    /// <summary>Whether this change of the rules can be read.</summary>
    public bool HasRules(int change) => change > rules.Count || rules[change - 1] is not null;

    /// <summary>Whether this change of the federal state can be read.</summary>
    public bool HasState(int change) => change > states.Count || states[change - 1] is not null;

    /// <summary>Reads it.</summary>
    public static async Task<RuleHistory> ReadAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var changes = await db.SettingChanges.AsNoTracking().Where(c => c.Section == "game" || c.Section == "state")
            .OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new { c.Section, c.After }).ToListAsync(cancellationToken);
        return new RuleHistory(
            [.. changes.Where(c => c.Section == "game").Select(c => RulesOf(c.After))],
            [.. changes.Where(c => c.Section == "state").Select(c => StateOf(c.After))]);
    }

    /// <summary>A version of the rules as it is kept; null when it cannot be read, or no admin could have entered it.</summary>
    public static GameRules? RulesOf(string json) =>
        GameSections.GameSection.TryParse(json, out var read) && read is { Levels: not null } && read.Problems().Count == 0 ? read : null;

    private static FederalState? StateOf(string json) =>
        OfficeSections.StateSection.TryParse(json, out var read) && Enum.IsDefined(read) ? read : null;
}
