namespace SlotBooking.Core.Settings;

/// <summary>One section of the business settings as JSON; a section without a row has its default.</summary>
public sealed class SettingRow
{
    /// <summary>The section's stable name, e.g. „capacity“.</summary>
    public required string Section { get; init; }

    /// <summary>The section's value as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>Rises with each change of any section, so that a reader sees at one number whether it is current.</summary>
    public long Revision { get; set; }
}

/// <summary>One change of a section, kept for ever.</summary>
public sealed class SettingChange
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The section's stable name.</summary>
    public required string Section { get; init; }

    /// <summary>The value before as JSON; null when it had been the default.</summary>
    public string? Before { get; init; }

    /// <summary>The new value as JSON.</summary>
    public required string After { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string Author { get; init; }
}
