namespace SlotBooking.Core.Achievements.Boards;

/// <summary>What a board goes by.</summary>
public enum BoardKind
{
    /// <summary>Points of this month.</summary>
    Month,

    /// <summary>Points in all.</summary>
    AllTime,

    /// <summary>Badges, the rarer the heavier.</summary>
    Badges,

    /// <summary>Streaks that run now.</summary>
    Streaks,
}

/// <summary>A board as one person sees it.</summary>
/// <param name="Kind">What it goes by.</param>
/// <param name="View">Whom it shows.</param>
/// <param name="Rows">The rows, best first; none when only the team is shown.</param>
/// <param name="Team">What all have together.</param>
/// <param name="People">How many have anything.</param>
/// <param name="Champion">Who was best last month, or in the month that is shown when that is over; wears the crown. Null when the rows do not show the person.</param>
public sealed record Board(BoardKind Kind, BoardView View, IReadOnlyList<BoardRow> Rows, int Team, int People, Guid? Champion)
{
    /// <summary>The three best, for the podium; none unless everybody is shown.</summary>
    public IReadOnlyList<BoardRow> Podium => View == BoardView.Everybody ? [.. Rows.Take(3)] : [];
}

/// <summary>One person on a board.</summary>
/// <param name="Rank">The place; who has the same value shares it.</param>
/// <param name="AccountId">Who.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Value">What the board goes by.</param>
/// <param name="Change">By how many places better than when yesterday was closed; null when that is not known.</param>
/// <param name="IsMe">The one who looks.</param>
public sealed record BoardRow(int Rank, Guid AccountId, string Name, int Value, int? Change, bool IsMe);

/// <summary>A month that is over.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Champion">Who was best; null when nobody was, or when who looks may not see it.</param>
/// <param name="Points">With how many points.</param>
/// <param name="IsMe">Whether that was the one who looks.</param>
public sealed record PastMonth(DateOnly Month, string? Champion, int Points, bool IsMe);
