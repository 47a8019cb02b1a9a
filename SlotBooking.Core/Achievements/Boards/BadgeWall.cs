using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Reads all badges as one person sees them: earned first and newest first, then by nearness.</summary>
public sealed class BadgeWall(Database database, SettingsStore settings, MyGameReader games)
{
    /// <summary>All of the catalogue.</summary>
    public async Task<IReadOnlyList<BadgeCard>> ReadAsync(Guid me, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var office = await settings.ReadAsync(db, cancellationToken);
        var player = await db.Players.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == me, cancellationToken) ?? new Player { AccountId = me };
        var tally = await games.TallyAsync(db, player, await MyGameReader.CalendarAsync(db, me, office.State, cancellationToken), cancellationToken);
        var mine = (await db.EarnedBadges.AsNoTracking().Where(b => b.AccountId == me).ToListAsync(cancellationToken)).ToLookup(b => b.BadgeId, StringComparer.Ordinal);
        var people = await db.Players.CountAsync(p => p.Bookings > 0 || p.Badges > 0, cancellationToken);
        var holders = await HoldersAsync(db, cancellationToken);
        return
        [
            .. BadgeCatalogue.All.Select(badge => new BadgeCard(
                    badge,
                    mine.Contains(badge.Id) ? mine[badge.Id].Max(b => b.At) : null,
                    mine[badge.Id].Count(),
                    tally[badge.Measure],
                    holders.GetValueOrDefault(badge.Id),
                    people))
                .OrderByDescending(card => card.EarnedAt.HasValue).ThenByDescending(card => card.EarnedAt).ThenByDescending(card => card.Percent),
        ];
    }

    /// <summary>How many have each; who was MVP often counts once.</summary>
    private static async Task<Dictionary<string, int>> HoldersAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var holders = await db.EarnedBadges.Where(b => b.Period == "").GroupBy(b => b.BadgeId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var mvps = await db.EarnedBadges.Where(b => b.Period != "").Select(b => new { b.BadgeId, b.AccountId }).Distinct().ToListAsync(cancellationToken);
        foreach (var mvp in mvps.GroupBy(b => b.BadgeId, StringComparer.Ordinal))
        {
            holders[mvp.Key] = mvp.Count();
        }

        return holders;
    }
}

/// <summary>A badge as one person sees it.</summary>
/// <param name="Badge">The badge.</param>
/// <param name="EarnedAt">When it was last earned, UTC; null while it was not.</param>
/// <param name="Times">How often.</param>
/// <param name="Value">How much there is of what it counts, really and now.</param>
/// <param name="Holders">How many people have it.</param>
/// <param name="People">How many could have it.</param>
public sealed record BadgeCard(Badge Badge, DateTimeOffset? EarnedAt, int Times, int Value, int Holders, int People)
{
    /// <summary>How many of a hundred people have it, rounded down.</summary>
    public int SharePercent => People == 0 ? 0 : Holders * 100 / People;

    /// <summary>How near it is, 0–100.</summary>
    public int Percent => Badge.IsPerPeriod ? 0 : Math.Clamp(Value * 100 / Badge.Threshold, 0, 100);
}
