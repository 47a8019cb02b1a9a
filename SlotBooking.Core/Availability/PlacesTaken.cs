using SlotBooking.Core.Markers;

namespace SlotBooking.Core.Availability;

/// <summary>How many places an event takes that somebody entered in the central calendar by hand.</summary>
public static class PlacesTaken
{
    private static readonly ReadinessRules DefaultReadiness = new();

    /// <summary>0, 1 or 2 places.</summary>
    /// <remarks>
    /// None: cancelled, all-day and transparent events, readiness, titles of exactly two digits; put off, called off or exit.
    /// Two: an overhang. One: everything else, also no-shows and ghosts. What a marker leaves open is read from the colour:
    /// 8 (Graphite) is an overhang, 6 (Tangerine) is called off.
    /// </remarks>
    public static int Of(
        string? title, string? colorId, bool isAllDay, bool isTransparent, bool isCancelled, ReadinessRules? readiness = null,
        MarkerWords? words = null)
    {
        if (isCancelled || isAllDay || isTransparent || (readiness ?? DefaultReadiness).IsReadyTitle(title)
            || MarkerParser.NameOf(title, words) is [>= '0' and <= '9', >= '0' and <= '9'])
        {
            return 0;
        }

        return MarkerPlaces.Of(MarkerParser.Of(title, words), colorId);
    }
}
