namespace SlotBooking.Core.Availability;

/// <summary>Days, or the same hours of some days, in which nothing can be booked.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="From">On each of the days from this wall time on; null means from the day's start.</param>
/// <param name="To">On each of the days until this wall time, excluded; null means to the day's end.</param>
/// <param name="Reason">What people read.</param>
public sealed record BlockSpan(DateOnly First, DateOnly Last, TimeOnly? From, TimeOnly? To, string Reason)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLimit = 200;

    /// <summary>Whether whole days are meant.</summary>
    public bool IsWholeDay => From is null && To is null;

    /// <summary>What is wrong with it, as German sentences for the one who entered it; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (Last < First)
        {
            problems.Add("Der letzte Tag liegt vor dem ersten.");
        }

        if (From is { } from && To is { } to && to <= from)
        {
            problems.Add("Das Ende der Sperre muss nach ihrem Anfang liegen. Für eine Nacht trage zwei Sperren ein.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            problems.Add("Eine Sperre braucht einen Grund, damit die anderen wissen, warum nichts geht.");
        }
        else if (Reason.Length > ReasonLimit)
        {
            problems.Add($"Der Grund darf höchstens {ReasonLimit} Zeichen haben.");
        }

        return problems;
    }
}
