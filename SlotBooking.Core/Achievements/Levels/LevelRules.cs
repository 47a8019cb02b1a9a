using System.Text.Json.Serialization;

namespace SlotBooking.Core.Achievements.Levels;

/// <summary>What levels cost. A setting; levels that were reached stay reached.</summary>
public sealed record LevelRules
{
    /// <summary>No level is worked out beyond this one; nobody gets there.</summary>
    private const int Highest = 200;

    private double[]? _starts;

    /// <summary>What the second level costs, in XP.</summary>
    public int Base { get; init => (field, _starts) = (value, null); } = 100;

    /// <summary>How many times as much as the last one each further level costs.</summary>
    public double Growth { get; init => (field, _starts) = (value, null); } = 1.25;

    [JsonIgnore]
    private double[] Starts => _starts ??= [.. Enumerable.Range(0, Highest).Select(n => Cost(n))];

    /// <summary>The level that this much XP reaches: 1 for none or less.</summary>
    public int LevelOf(int xp)
    {
        var index = Array.BinarySearch(Starts, xp);
        return index >= 0 ? index + 1 : Math.Max(1, ~index);
    }

    /// <summary>The whole XP with which a level is reached; 0 for the first.</summary>
    public int XpFor(int level) => (int)Math.Min(int.MaxValue, Math.Ceiling(Starts[Math.Clamp(level, 1, Highest) - 1]));

    /// <summary>What is wrong with them: the name of the value and a German sentence.</summary>
    public IEnumerable<(string Value, string Sentence)> Faults()
    {
        if (Base is < 1 or > 100_000)
        {
            yield return (nameof(Base), "Das zweite Level kostet 1 bis 100000 XP.");
        }

        if (double.IsNaN(Growth) || Growth is < 1 or > 3)
        {
            yield return (nameof(Growth), "Jedes Level kostet das 1- bis 3-Fache des letzten.");
        }
    }

    /// <summary>Whether both cost the same; what is worked out from that is no part of it.</summary>
    public bool Equals(LevelRules? other) => other is not null && (Base, Growth) == (other.Base, other.Growth);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Base, Growth);

    /// <summary>The sum of the costs of so many levels.</summary>
    private double Cost(int levels)
    {
        var sum = 0d;
        var next = (double)Base;
        for (var n = 0; n < levels; n++)
        {
            sum += next;
            next *= Growth;
        }

        return sum;
    }
}
