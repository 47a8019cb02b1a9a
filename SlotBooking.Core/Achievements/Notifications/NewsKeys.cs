using System.Globalization;
using SlotBooking.Core.Achievements.Badges;

namespace SlotBooking.Core.Achievements.Notifications;

/// <summary>How news is named, so that nobody is told the same thing twice, and how long it is any.</summary>
internal static class NewsKeys
{
    /// <summary>What was earned longer ago is no news: the log is being caught up with, or a job slept.</summary>
    public static readonly TimeSpan Stays = TimeSpan.FromDays(7);

    private const string Badge = "badge/";
    private const string Level = "level/";

    /// <summary>News of a badge.</summary>
    public static GameNews Of(EarnedBadge earned) => new()
    {
        AccountId = earned.AccountId,
        Key = $"{Badge}{earned.BadgeId}{(earned.Period.Length > 0 ? "/" : "")}{earned.Period}",
        At = earned.At,
    };

    /// <summary>The name of news of a level.</summary>
    public static string OfLevel(int level) => string.Create(CultureInfo.InvariantCulture, $"{Level}{level}");

    /// <summary>The badge and its period that the news is of; null for a level.</summary>
    public static (string Id, string Period)? BadgeOf(string key)
    {
        var parts = key.Split('/');
        return key.StartsWith(Badge, StringComparison.Ordinal) ? (parts[1], parts.Length > 2 ? parts[2] : "") : null;
    }

    /// <summary>The level that the news is of; null for a badge.</summary>
    public static int? LevelOf(string key) =>
        key.StartsWith(Level, StringComparison.Ordinal) && int.TryParse(key.AsSpan(Level.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            ? level
            : null;
}
