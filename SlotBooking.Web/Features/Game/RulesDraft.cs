using System.Globalization;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>The game's rules while an admin edits them: what was typed, whether it means anything or not.</summary>
internal sealed record RulesDraft
{
    public required string Booking { get; init; }

    public required string Completed { get; init; }

    public required string First { get; init; }

    public required string Streak { get; init; }

    public required string TakeBack { get; init; }

    public required string Closing { get; init; }

    public required string LevelBase { get; init; }

    public required string LevelGrowth { get; init; }

    public required BoardView Boards { get; init; }

    /// <summary>The rules as they are typed.</summary>
    public static RulesDraft Of(GameRules rules) => new()
    {
        Booking = Text(rules.BookingPoints),
        Completed = Text(rules.CompletedPoints),
        First = Text(rules.FirstOfDayPoints),
        Streak = Text(rules.StreakPoints),
        TakeBack = Text(rules.TakeBackMinutes),
        Closing = OfficeDates.Clock(rules.ClosingTime),
        LevelBase = Text(rules.Levels.Base),
        LevelGrowth = rules.Levels.Growth.ToString("0.####", CultureInfo.CurrentCulture),
        Boards = rules.Boards,
    };

    /// <summary>The same changes on top of other rules: what was not touched here follows what others saved meanwhile.</summary>
    /// <param name="basis">What was there when the changes began.</param>
    /// <param name="now">What is there now.</param>
    public RulesDraft On(RulesDraft basis, RulesDraft now) => new()
    {
        Booking = Booking == basis.Booking ? now.Booking : Booking,
        Completed = Completed == basis.Completed ? now.Completed : Completed,
        First = First == basis.First ? now.First : First,
        Streak = Streak == basis.Streak ? now.Streak : Streak,
        TakeBack = TakeBack == basis.TakeBack ? now.TakeBack : TakeBack,
        Closing = Closing == basis.Closing ? now.Closing : Closing,
        LevelBase = LevelBase == basis.LevelBase ? now.LevelBase : LevelBase,
        LevelGrowth = LevelGrowth == basis.LevelGrowth ? now.LevelGrowth : LevelGrowth,
        Boards = Boards == basis.Boards ? now.Boards : Boards,
    };

    /// <summary>The rules that were typed, with what is wrong at which value; the rules are worth nothing while anything is.</summary>
    /// <param name="before">Gives what is not typed here.</param>
    public (GameRules Rules, IReadOnlyDictionary<string, string> Faults) Read(GameRules before)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var rules = before with
        {
            BookingPoints = Whole(Booking, nameof(GameRules.BookingPoints), faults),
            CompletedPoints = Whole(Completed, nameof(GameRules.CompletedPoints), faults),
            FirstOfDayPoints = Whole(First, nameof(GameRules.FirstOfDayPoints), faults),
            StreakPoints = Whole(Streak, nameof(GameRules.StreakPoints), faults),
            TakeBackMinutes = Whole(TakeBack, nameof(GameRules.TakeBackMinutes), faults),
            ClosingTime = Time(faults),
            Levels = before.Levels with { Base = Whole(LevelBase, nameof(LevelRules.Base), faults), Growth = Growth(faults) },
            Boards = Boards,
        };
        foreach (var (value, sentence) in rules.Faults())
        {
            faults.TryAdd(value, sentence);
        }

        return (rules, faults);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string text, string name, Dictionary<string, string> faults)
    {
        if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(name, GameWords.NoWhole);
        return 0;
    }

    /// <summary>With a comma or a point.</summary>
    private double Growth(Dictionary<string, string> faults)
    {
        if (double.TryParse(LevelGrowth.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(nameof(LevelRules.Growth), GameWords.NoNumber);
        return 1;
    }

    private TimeOnly Time(Dictionary<string, string> faults)
    {
        if (TimeOnly.TryParseExact(Closing, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        faults.Add(nameof(GameRules.ClosingTime), GameWords.NoTime);
        return default;
    }
}
