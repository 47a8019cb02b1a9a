using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Reading;

/// <summary>Writes lines of the ledger and keeps every sum in step with them.</summary>
internal sealed class Scores(GameWorld world, OfficeClock clock)
{
    /// <summary>Adds a line; none for no points.</summary>
    /// <param name="sheet">Whose points.</param>
    /// <param name="source">What for.</param>
    /// <param name="rule">By which rule.</param>
    /// <param name="turn">Which time.</param>
    /// <param name="points">How many.</param>
    /// <param name="countsAt">The moment whose day and periods they count for.</param>
    /// <param name="stamp">The event.</param>
    public void Post(PlayerSheet sheet, Guid source, PointRule rule, int turn, int points, DateTimeOffset countsAt, Stamp stamp)
    {
        if (points == 0)
        {
            return;
        }

        var (day, time) = clock.WallClock(countsAt);
        var account = sheet.Player.AccountId;
        world.Rows.Add(new LedgerEntry
        {
            Source = source,
            Rule = rule,
            AccountId = account,
            Turn = turn,
            Points = points,
            At = stamp.At,
            Day = day,
            EventNumber = stamp.Number,
        });
        sheet.Player.Points += points;
        world.Day(sheet, day).Points += points;
        foreach (var period in PeriodsOf(day, time))
        {
            var sum = world.Sum(period, account);
            sum.Points += points;
            if (points > 0)
            {
                sum.LastAt = stamp.At;
            }
        }
    }

    /// <summary>Counts a customer who showed up, or did not after all.</summary>
    public void Count(PlayerSheet sheet, int customers, DateTimeOffset at)
    {
        sheet.Player.Completed += customers;
        var (day, time) = clock.WallClock(at);
        foreach (var period in PeriodsOf(day, time))
        {
            world.Sum(period, sheet.Player.AccountId).Completed += customers;
        }
    }

    private Period[] PeriodsOf(DateOnly day, TimeOnly time) =>
        [Period.DayOf(day, time, world.Rules.ClosingTime), Period.WeekOf(day), Period.MonthOf(day), Period.YearOf(day)];
}
