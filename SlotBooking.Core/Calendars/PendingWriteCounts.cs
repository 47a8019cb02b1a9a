namespace SlotBooking.Core.Calendars;

/// <summary>How many writes the central calendar still lacks.</summary>
/// <param name="Waiting">Those that are tried again by themselves.</param>
/// <param name="Parked">Those that wait for a person.</param>
/// <param name="FirstReason">Why one of the parked ones waits, in German; null when there are none.</param>
public sealed record PendingWriteCounts(int Waiting, int Parked, string? FirstReason);
