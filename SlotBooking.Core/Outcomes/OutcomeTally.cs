namespace SlotBooking.Core.Outcomes;

/// <summary>What came of looking at events: numbers for the report and the log, without personal data.</summary>
public sealed record OutcomeTally
{
    /// <summary>Events that were looked at.</summary>
    public int Looked { get; init; }

    /// <summary>Outcomes that became different.</summary>
    public int Changed { get; init; }

    /// <summary>Appointments that were found in the calendar, entered by hand.</summary>
    public int Found { get; init; }

    /// <summary>Events with brackets at the end that mean nothing.</summary>
    public int UnknownMarkers { get; init; }

    /// <summary>Colours that are not in the table, each once.</summary>
    public IReadOnlySet<string> UnknownColours { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Both together.</summary>
    public OutcomeTally Plus(OutcomeTally other) => new()
    {
        Looked = Looked + other.Looked,
        Changed = Changed + other.Changed,
        Found = Found + other.Found,
        UnknownMarkers = UnknownMarkers + other.UnknownMarkers,
        UnknownColours = UnknownColours.Union(other.UnknownColours, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal),
    };
}
