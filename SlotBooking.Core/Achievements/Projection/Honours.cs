using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Gives badges and levels for what the sums say now.</summary>
internal sealed class Honours(GameWorld world)
{
    /// <summary>Gives what has been reached, on the day given.</summary>
    public void Settle(PlayerSheet sheet, DateOnly day, Stamp stamp)
    {
        foreach (var badge in BadgeCatalogue.NewlyEarned(Count(sheet, day), sheet.Held))
        {
            Give(sheet, badge, period: "", isNews: true, stamp);
        }

        Raise(sheet, isNews: true, stamp);
    }

    /// <summary>Gives the badge of a period's MVP.</summary>
    /// <param name="sheet">To whom.</param>
    /// <param name="period">Of which period.</param>
    /// <param name="isNews">False for a period of long ago: nobody is told fifty of them at once.</param>
    /// <param name="stamp">The event.</param>
    public void Crown(PlayerSheet sheet, Period period, bool isNews, Stamp stamp)
    {
        Give(sheet, BadgeCatalogue.Find(period.BadgeId)!, period.ToString(), isNews, stamp);
        Raise(sheet, isNews, stamp);
    }

    private void Give(PlayerSheet sheet, Badge badge, string period, bool isNews, Stamp stamp)
    {
        var player = sheet.Player;
        if (!badge.IsPerPeriod)
        {
            sheet.Held.Add(badge.Id);
        }

        player.Badges++;
        player.BadgeXp += badge.Rarity.Xp();
        player.BadgeWeight += badge.Rarity.Weight();
        var earned = new EarnedBadge { AccountId = player.AccountId, BadgeId = badge.Id, Period = period, At = stamp.At, EventNumber = stamp.Number };
        world.Rows.Add(earned);
        if (isNews)
        {
            world.Rows.Tell(NewsKeys.Of(earned));
        }
    }

    private void Raise(PlayerSheet sheet, bool isNews, Stamp stamp)
    {
        var player = sheet.Player;
        var xp = Xp.Of(player.Points, player.BadgeXp, player.BestStreak);
        var (before, now) = (player.Level, world.Rules.Levels.LevelOf(xp));
        if (now <= before)
        {
            return;
        }

        for (var level = before + 1; level <= now; level++)
        {
            world.Rows.Add(new ReachedLevel { AccountId = player.AccountId, Level = level, At = stamp.At, Xp = xp });
        }

        player.Level = now;
        if (isNews)
        {
            world.Rows.Tell(new GameNews { AccountId = player.AccountId, Key = NewsKeys.OfLevel(now), At = stamp.At, FromLevel = before });
        }
    }

    private Tally Count(PlayerSheet sheet, DateOnly day)
    {
        var player = sheet.Player;
        return new Tally
        {
            Bookings = player.Bookings,
            PointsOfDay = sheet.Days.TryGetValue(day, out var known) ? known.Points : 0,
            PointsOfWeek = world.PointsIn(Period.WeekOf(day), player.AccountId),
            PointsOfMonth = world.PointsIn(Period.MonthOf(day), player.AccountId),
            Points = player.Points,
            Streak = player.BestStreak, // reached in the past, it is reached: an absence entered late may have mended it there
            Evenings = player.Evenings,
            Mornings = player.Mornings,
            Fridays = player.Fridays,
            Completed = player.Completed,
            CompletedInARow = player.CompletedInARow,
        };
    }
}
