using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Availability;

/// <summary>What makes a consultant ready. Immutable; equal when all values are equal.</summary>
public sealed record ReadinessRules
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(14);

    /// <summary>A title that contains one of these declares readiness, whatever its case.</summary>
    public IReadOnlyList<string> Titles { get; init => field = [.. value ?? []]; } = ["T1-bereit", "T1 bereit"];

    /// <summary>How long the last known readiness counts when a calendar cannot be read.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Times at which a consultant never holds appointments, whatever the calendar says.</summary>
    public IReadOnlyList<Restriction> Restrictions { get; init => field = [.. value ?? []]; } = [];

    /// <summary>Whether an event with this title declares readiness.</summary>
    public bool IsReadyTitle(string? title) =>
        title is not null && Titles.Any(ready => title.Contains(ready, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether no restriction keeps the consultant from this slot.</summary>
    public bool Allows(Guid consultantId, Slot slot) =>
        !Restrictions.Any(r => r.ConsultantId == consultantId && r.Day == slot.Day.DayOfWeek && (r.Start is null || r.Start == slot.Start));

    /// <summary>Whether knowledge of that age still counts; a calendar that was never read does not.</summary>
    public bool IsFresh(DateTimeOffset? knownAt, DateTimeOffset now) => knownAt is { } known && now - known <= MaxAge;

    /// <summary>What is wrong with them, as German sentences for the one who entered them; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (Titles.Count == 0)
        {
            problems.Add("Es muss mindestens einen Titel geben, der Bereitschaft erklärt.");
        }

        if (Titles.Any(title => title is null || title.Trim().Length < 3))
        {
            problems.Add("Ein Titel für Bereitschaft braucht mindestens drei Zeichen, sonst passt er auf fast alles.");
        }

        if (MaxAge < TimeSpan.FromMinutes(5) || MaxAge > LongestAge)
        {
            problems.Add("Bekannte Bereitschaft kann zwischen 5 Minuten und 14 Tagen gelten.");
        }

        return problems;
    }

    /// <summary>Compares the values, not the lists that hold them.</summary>
    public bool Equals(ReadinessRules? other) =>
        other is not null && MaxAge == other.MaxAge && Titles.SequenceEqual(other.Titles) && Restrictions.SequenceEqual(other.Restrictions);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Restrictions.Aggregate(
            Titles.Aggregate(MaxAge.GetHashCode(), (hash, title) => HashCode.Combine(hash, StringComparer.Ordinal.GetHashCode(title))),
            HashCode.Combine);
}
