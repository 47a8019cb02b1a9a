namespace SlotBooking.Core.Markers;

/// <summary>A word of the table.</summary>
/// <param name="Word">As people write it, without brackets.</param>
/// <param name="Means">What it says.</param>
public sealed record MarkerWord(string Word, TitleMarker Means);
