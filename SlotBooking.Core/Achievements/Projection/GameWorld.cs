using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>The rows that the rules read and change, in memory: all of them when everything is worked out anew, else those that a stretch of the log is about.</summary>
/// <param name="state">How far the rules have come.</param>
/// <param name="history">What the rules were, and are.</param>
/// <param name="rows">Hears of every row that is new or goes away.</param>
internal sealed class GameWorld(GameState state, RuleHistory history, IGameRows rows)
{
    private readonly Dictionary<Period, string> _names = [];

    /// <summary>What the rules were, and are. Read anew while the log is read, it may only grow.</summary>
    public RuleHistory History { private get; set; } = history;

    /// <summary>Takes new rows.</summary>
    public IGameRows Rows => rows;

    /// <summary>The rules that hold at this place of the log.</summary>
    public GameRules Rules { get; private set; } = history.Rules(state.RuleChanges);

    /// <summary>Whose holidays are kept at this place of the log.</summary>
    public FederalState Holidays { get; private set; } = history.State(state.StateChanges);

    /// <summary>The bookings.</summary>
    public Dictionary<Guid, PlayedBooking> Bookings { get; } = [];

    /// <summary>The people.</summary>
    public Dictionary<Guid, PlayerSheet> Sheets { get; } = [];

    /// <summary>The team's days.</summary>
    public Dictionary<DateOnly, TeamDay> Team { get; } = [];

    /// <summary>The sums of each period.</summary>
    public Dictionary<string, Dictionary<Guid, PeriodSum>> Sums { get; } = new(StringComparer.Ordinal);

    /// <summary>Periods with an MVP.</summary>
    public HashSet<string> Closed { get; } = new(StringComparer.Ordinal);

    /// <summary>Absences that were told, also those that were withdrawn.</summary>
    public Dictionary<Guid, HeardAbsence> Absences { get; } = [];

    /// <summary>The newest day that was closed.</summary>
    public DateOnly? ThenDay
    {
        get => state.ThenDay;
        set => state.ThenDay = value;
    }

    /// <summary>Corrections that stand in the ledger.</summary>
    public HashSet<Guid> Corrections { get; } = [];

    /// <summary>Whether a change of the settings is behind the last one that was heard of; from here on it is that one.</summary>
    public bool IsNewSetting(Stamp stamp)
    {
        var isNew = (stamp.Transaction, stamp.Number).CompareTo((state.SettingTransaction, state.SettingEvent)) > 0;
        (state.SettingTransaction, state.SettingEvent) = isNew ? (stamp.Transaction, stamp.Number) : (state.SettingTransaction, state.SettingEvent);
        return isNew;
    }

    /// <summary>The next version of the rules holds from here on; false when it cannot be read and the last one goes on.</summary>
    public bool ChangeRules()
    {
        Rules = History.Rules(++state.RuleChanges);
        return History.HasRules(state.RuleChanges);
    }

    /// <summary>The next federal state holds from here on; false when it cannot be read and the last one goes on.</summary>
    public bool ChangeHolidays()
    {
        Holidays = History.State(++state.StateChanges);
        return History.HasState(state.StateChanges);
    }

    /// <summary>Whether the period's MVP is known.</summary>
    public bool IsClosed(Period period) => Closed.Contains(Name(period));

    /// <summary>A booking, made when it is new.</summary>
    public PlayedBooking Booking(Guid id)
    {
        if (!Bookings.TryGetValue(id, out var booking))
        {
            booking = new PlayedBooking { BookingId = id };
            Bookings.Add(id, booking);
            rows.Add(booking);
        }

        return booking;
    }

    /// <summary>A person, made when new.</summary>
    public PlayerSheet Sheet(Guid account)
    {
        if (!Sheets.TryGetValue(account, out var sheet))
        {
            sheet = new PlayerSheet(new Player { AccountId = account });
            Sheets.Add(account, sheet);
            rows.Add(sheet.Player);
        }

        return sheet;
    }

    /// <summary>A person's day, made when it is new.</summary>
    public PlayerDay Day(PlayerSheet sheet, DateOnly day)
    {
        if (!sheet.Days.TryGetValue(day, out var known))
        {
            known = new PlayerDay { AccountId = sheet.Player.AccountId, Day = day };
            sheet.Days.Add(day, known);
            rows.Add(known);
        }

        return known;
    }

    /// <summary>The team's day, made when it is new.</summary>
    public TeamDay TeamDay(DateOnly day)
    {
        if (!Team.TryGetValue(day, out var known))
        {
            known = new TeamDay { Day = day };
            Team.Add(day, known);
            rows.Add(known);
        }

        return known;
    }

    /// <summary>A person's sum of a period, made when it is new.</summary>
    public PeriodSum Sum(Period period, Guid account)
    {
        var name = Name(period);
        var sums = SumsOf(name);
        if (!sums.TryGetValue(account, out var sum))
        {
            sum = new PeriodSum { Period = name, AccountId = account };
            sums.Add(account, sum);
            rows.Add(sum);
        }

        return sum;
    }

    /// <summary>The points of a person in a period.</summary>
    public int PointsIn(Period period, Guid account) =>
        Sums.TryGetValue(Name(period), out var sums) && sums.TryGetValue(account, out var sum) ? sum.Points : 0;

    /// <summary>All sums of a period.</summary>
    public Dictionary<Guid, PeriodSum> SumsOf(string period)
    {
        if (!Sums.TryGetValue(period, out var sums))
        {
            Sums.Add(period, sums = []);
        }

        return sums;
    }

    /// <summary>Written once each: a history has few periods and very many lines.</summary>
    private string Name(Period period)
    {
        if (!_names.TryGetValue(period, out var name))
        {
            _names.Add(period, name = period.ToString());
        }

        return name;
    }
}
