namespace SlotBooking.Core.Persistence;

/// <summary>One key of the ring that protects cookies; in the database, so that several nodes share it and it outlives a deployment.</summary>
public sealed class KeyRingEntry
{
    /// <summary>The key's own name.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML, encrypted when a secret is configured.</summary>
    public required string Xml { get; init; }
}
