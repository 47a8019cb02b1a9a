using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Writes lines of the ledger and keeps every sum in step with them.</summary>
internal sealed class Scores(GameWorld world, OfficeClock clock)
{
    /// <summary>What an instant counts for at this place of the log. When closing time was moved and the MVP's day is closed already, that is the one after it.</summary>
    public Counted At(DateTimeOffset instant)
    {
        var mvp = Period.DayOf(instant, clock, world.Rules.ClosingTime);
        return new Counted(clock.WallClock(instant).Day, world.IsClosed(mvp) ? mvp.Day.AddDays(1) : mvp.Day);
    }

    /// <summary>Adds a line; none for no points.</summary>
    /// <param name="sheet">Whose points.</param>
    /// <param name="source">What for.</param>
    /// <param name="rule">By which rule.</param>
    /// <param name="turn">Which time.</param>
    /// <param name="points">How many.</param>
    /// <param name="counted">What they count for.</param>
    /// <param name="stamp">The event.</param>
    public void Post(PlayerSheet sheet, Guid source, PointRule rule, int turn, int points, Counted counted, Stamp stamp)
    {
        if (points == 0)
        {
            return;
        }

        var account = sheet.Player.AccountId;
        world.Rows.Add(new LedgerEntry
        {
            Source = source,
            Rule = rule,
            AccountId = account,
            Turn = turn,
            Points = points,
            At = stamp.At,
            Day = counted.Day,
            EventNumber = stamp.Number,
        });
        sheet.Player.Points += points;
        world.Day(sheet, counted.Day).Points += points;
        foreach (var period in PeriodsOf(counted))
        {
            var sum = world.Sum(period, account);
            sum.Points += points;
            if (points > 0 && !(sum.LastAt > stamp.At))
            {
                sum.LastAt = stamp.At;
            }
        }
    }

    /// <summary>Counts a customer who showed up, or did not after all.</summary>
    public void Count(PlayerSheet sheet, int customers, Counted counted)
    {
        sheet.Player.Completed += customers;
        foreach (var period in PeriodsOf(counted))
        {
            world.Sum(period, sheet.Player.AccountId).Completed += customers;
        }
    }

    private static Period[] PeriodsOf(Counted counted) =>
        [new(PeriodKind.Day, counted.MvpDay), Period.WeekOf(counted.Day), Period.MonthOf(counted.Day), Period.YearOf(counted.Day)];
}

/// <summary>What points count for.</summary>
/// <param name="Day">The office's day, with its week, month and year.</param>
/// <param name="MvpDay">The day of the MVP.</param>
internal readonly record struct Counted(DateOnly Day, DateOnly MvpDay);
