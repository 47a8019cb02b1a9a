using SlotBooking.Core.Achievements.Levels;

namespace SlotBooking.Core.Achievements;

/// <summary>What is worth how much. A setting with history: a change counts for what the log tells after it and never rewrites the past.</summary>
public sealed record GameRules
{
    private const int MostPoints = 100;

    /// <summary>For booking a customer.</summary>
    public int BookingPoints { get; init; } = 2;

    /// <summary>More, when the customer shows up.</summary>
    public int CompletedPoints { get; init; } = 1;

    /// <summary>More, for the first booking of the day in the whole team („Tageserster“).</summary>
    public int FirstOfDayPoints { get; init; } = 5;

    /// <summary>More, for the first booking of a day that continues a streak.</summary>
    public int StreakPoints { get; init; } = 2;

    /// <summary>Minutes after booking in which a cancellation by the same agent takes the booking's points back.</summary>
    public int TakeBackMinutes { get; init; } = 10;

    /// <summary>When the day of the MVP ends.</summary>
    public TimeOnly ClosingTime { get; init; } = new(22, 0);

    /// <summary>What levels cost.</summary>
    public LevelRules Levels { get; init; } = new();

    /// <summary>Whom the boards show.</summary>
    public BoardView Boards { get; init; } = BoardView.Everybody;

    /// <summary>What is wrong with them, as German sentences.</summary>
    public IReadOnlyList<string> Problems() => [.. Faults().Select(f => f.Sentence).Distinct(StringComparer.Ordinal)];

    /// <summary>The same, each with the name of the value that is wrong.</summary>
    public IEnumerable<(string Value, string Sentence)> Faults()
    {
        foreach (var (value, points) in new[]
            { (nameof(BookingPoints), BookingPoints), (nameof(CompletedPoints), CompletedPoints), (nameof(FirstOfDayPoints), FirstOfDayPoints), (nameof(StreakPoints), StreakPoints) })
        {
            if (points is < 0 or > MostPoints)
            {
                yield return (value, "Jede Regel bringt 0 bis 100 Punkte.");
            }
        }

        if (TakeBackMinutes is < 0 or > 24 * 60)
        {
            yield return (nameof(TakeBackMinutes), "Punkte können 0 bis 1440 Minuten lang zurückgenommen werden.");
        }

        if (!Enum.IsDefined(Boards))
        {
            yield return (nameof(Boards), "Diese Ansicht der Bestenliste gibt es nicht.");
        }

        foreach (var fault in Levels.Faults())
        {
            yield return fault;
        }
    }
}

/// <summary>Whom the boards show.</summary>
public enum BoardView
{
    /// <summary>Everybody who is not left out.</summary>
    Everybody,

    /// <summary>Each person sees themselves and those next to them.</summary>
    Neighbours,

    /// <summary>Only what the team has together.</summary>
    Team,
}
