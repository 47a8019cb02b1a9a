namespace SlotBooking.Core.Achievements.Boards;

/// <summary>What a board knows of one person, before anything is ranked.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Value">The value now.</param>
/// <param name="Then">The value when yesterday was closed; null when that is not known.</param>
internal sealed record BoardStanding(Guid AccountId, string Name, int Value, int? Then);

/// <summary>Ranks people.</summary>
internal static class Ranking
{
    /// <summary>The rows, best first; those alike by name and with the same rank.</summary>
    public static IReadOnlyList<BoardRow> Of(IReadOnlyCollection<BoardStanding> people, Guid? me)
    {
        var then = people.Where(p => p.Then is not null).Select(p => p.Then!.Value).OrderDescending().ToList();
        var rows = new List<BoardRow>();
        foreach (var person in people.OrderByDescending(p => p.Value).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.AccountId))
        {
            var rank = rows.Count > 0 && rows[^1].Value == person.Value ? rows[^1].Rank : rows.Count + 1;
            int? change = person.Then is { } value ? then.FindIndex(v => v == value) + 1 - rank : null;
            rows.Add(new BoardRow(rank, person.AccountId, person.Name, person.Value, change, person.AccountId == me));
        }

        return rows;
    }

    /// <summary>The person and those next to them; nobody when the person is not on the board.</summary>
    public static IReadOnlyList<BoardRow> Around(IReadOnlyList<BoardRow> rows, int neighbours)
    {
        for (var n = 0; n < rows.Count; n++)
        {
            if (rows[n].IsMe)
            {
                var first = Math.Max(0, n - neighbours);
                return [.. rows.Skip(first).Take(n + neighbours + 1 - first)];
            }
        }

        return [];
    }
}
