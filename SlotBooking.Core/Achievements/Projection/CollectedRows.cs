using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Collects what the rules write when everything is worked out anew.</summary>
internal sealed class CollectedRows : IGameRows
{
    /// <summary>Lines of the ledger: about 100 bytes each.</summary>
    public List<LedgerEntry> Entries { get; } = [];

    /// <summary>Badges.</summary>
    public List<EarnedBadge> Badges { get; } = [];

    /// <summary>Levels.</summary>
    public List<ReachedLevel> Levels { get; } = [];

    /// <summary>Periods with an MVP.</summary>
    public List<ClosedPeriod> Periods { get; } = [];

    /// <summary>Events that were not understood.</summary>
    public List<ParkedEvent> Parked { get; } = [];

    /// <summary>What people would have been told, and what they are told now.</summary>
    public List<GameNews> News { get; } = [];

    /// <summary>When news counts as seen, UTC; null for news that nobody was told yet.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <inheritdoc />
    public void Add<T>(T row)
        where T : class
    {
        switch (row)
        {
            case LedgerEntry entry:
                Entries.Add(entry);
                break;
            case EarnedBadge badge:
                Badges.Add(badge);
                break;
            case ReachedLevel level:
                Levels.Add(level);
                break;
            case ClosedPeriod period:
                Periods.Add(period);
                break;
            default:
                break; // found in the world when it is written
        }
    }

    /// <inheritdoc />
    public void Tell(GameNews news)
    {
        news.SeenAt = SeenAt;
        News.Add(news);
    }
}
