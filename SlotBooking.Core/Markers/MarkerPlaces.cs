namespace SlotBooking.Core.Markers;

/// <summary>How many places an appointment takes by the marks on its event.</summary>
public static class MarkerPlaces
{
    private const string Tangerine = "6";
    private const string Graphite = "8";

    /// <summary>0, 1 or 2 places, of what takes places at all.</summary>
    /// <param name="marker">The last marker of the title.</param>
    /// <param name="colorId">Google's colour id, which decides what the marker leaves open; null for the calendar's own colour.</param>
    public static int Of(TitleMarker marker, string? colorId) => marker switch
    {
        TitleMarker.Rescheduled or TitleMarker.Cancelled or TitleMarker.Exit => 0,
        TitleMarker.Overhang => 2,
        TitleMarker.None or TitleMarker.Reserved or TitleMarker.Unknown => colorId switch { Graphite => 2, Tangerine => 0, _ => 1 },
        _ => 1,
    };
}
