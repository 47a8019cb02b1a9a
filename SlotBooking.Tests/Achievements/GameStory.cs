using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Bookings;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Achievements;

/// <summary>The game without a database: tells the rules one fact after another and shows what they made of it.</summary>
internal sealed class GameStory
{
    public static readonly Guid Anna = new("00000000-0000-7000-8000-00000000000a");
    public static readonly Guid Ben = new("00000000-0000-7000-8000-00000000000b");

    private readonly List<GameRules> _rules = [];
    private readonly CollectedRows _rows = new();
    private readonly GameWorld _world;
    private readonly Game _game;
    private long _number;

    public GameStory()
    {
        _world = new GameWorld(new GameState(), new RuleHistory(_rules, []), _rows);
        _game = new Game(_world, Berlin.Clock);
    }

    /// <summary>A Tuesday; the days around it are working days.</summary>
    public static DateOnly Tuesday { get; } = new(2026, 6, 9);

    public CollectedRows Rows => _rows;

    /// <summary>Why the last fact stayed out, if it did.</summary>
    public string? Refusal { get; private set; }

    public IReadOnlyList<LedgerEntry> Entries => _rows.Entries;

    public Player Of(Guid account) => _world.Sheet(account).Player;

    public int Points(Guid account) => Of(account).Points;

    public int XpOf(Guid account) => Of(account) is var p ? Xp.Of(p.Points, p.BadgeXp, p.BestStreak) : 0;

    public int PointsOn(Guid account, DateOnly day) => _world.Sheet(account).Days.TryGetValue(day, out var known) ? known.Points : 0;

    /// <summary>The points that count for the MVP of a day.</summary>
    public int InMvpDay(Guid account, DateOnly day) => _world.PointsIn(new Period(PeriodKind.Day, day), account);

    public IReadOnlyList<string> Badges(Guid account) =>
        [.. _rows.Badges.Where(b => b.AccountId == account).Select(b => b.Period.Length > 0 ? $"{b.BadgeId}/{b.Period}" : b.BadgeId)];

    /// <summary>Each line as „Booking +2“, in order.</summary>
    public IReadOnlyList<string> Lines(Guid account) =>
        [.. Entries.Where(e => e.AccountId == account).Select(e => FormattableString.Invariant($"{e.Rule} {e.Points:+0;-0}"))];

    public Guid Book(Guid agent, DateTimeOffset at, DateOnly? day = null, TimeOnly? start = null, Guid? id = null)
    {
        var booking = id ?? Guid.CreateVersion7(at);
        Take(new GameFact.Booked(booking, agent, day ?? new DateOnly(2026, 7, 1), start ?? new TimeOnly(14, 0)), at);
        return booking;
    }

    public void Become(Guid booking, BookingStatus status, DateTimeOffset at, Guid? by = null) => Take(new GameFact.Became(booking, status, by), at);

    public void Cancel(Guid booking, DateTimeOffset at, Guid by) => Become(booking, BookingStatus.Cancelled, at, by);

    public void Correct(Guid account, int points, DateTimeOffset at, Guid? id = null) => Take(new GameFact.Corrected(id ?? Guid.CreateVersion7(at), account, points), at);

    public Guid Leave(Guid account, DateOnly first, DateOnly through, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at);
        Take(new GameFact.Away(id, account, new DaySpan(first, through), IsWithdrawn: false), at);
        return id;
    }

    public void Withdraw(Guid absence, Guid account, DateOnly first, DateOnly through, DateTimeOffset at) =>
        Take(new GameFact.Away(absence, account, new DaySpan(first, through), IsWithdrawn: true), at);

    public void Close(Period period, DateTimeOffset at, params Guid[] order) => Take(new GameFact.Closed(period, order), at);

    public void Rule(GameRules rules, DateTimeOffset at)
    {
        _rules.Add(rules);
        Take(new GameFact.RulesChanged(), at);
    }

    public void Take(GameFact fact, DateTimeOffset at, long? number = null) => Refusal = _game.Take(fact, new Stamp(at, 0, number ?? ++_number));

    /// <summary>Every sum is the sum of the ledger's lines.</summary>
    public void AssertAddsUp()
    {
        foreach (var sheet in _world.Sheets.Values)
        {
            var own = Entries.Where(e => e.AccountId == sheet.Player.AccountId).ToList();
            Assert.Equal(own.Sum(e => e.Points), sheet.Player.Points);
            Assert.All(sheet.Days.Values, d => Assert.Equal(own.Where(e => e.Day == d.Day).Sum(e => e.Points), d.Points));
            Assert.All(
                (int[])[4, 7, 8, 10], // year, month, week and the MVP's day by the length of their names
                kind => Assert.Equal(own.Sum(e => e.Points), _world.Sums.Where(s => s.Key.Length == kind).Sum(s => s.Value.GetValueOrDefault(sheet.Player.AccountId)?.Points ?? 0)));
        }

        Assert.Equal(Entries.Count, Entries.Select(e => (e.Source, e.Rule, e.AccountId, e.Turn)).Distinct().Count());
    }

    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => Berlin.At(day, hour, minute);
}
