using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>All that has to be known of a slot to decide about it.</summary>
/// <param name="Slot">Day and wall time.</param>
/// <param name="Range">The real time it stands for.</param>
/// <param name="InGrid">Whether the grid has a slot there; hand-made events may stand anywhere.</param>
/// <param name="BlockedBy">The holiday or the reason of the block that overlaps it, or null.</param>
/// <param name="Capacity">All places.</param>
/// <param name="Taken">Places taken; may be more than there are.</param>
/// <param name="ReadyCount">How many consultants are ready.</param>
/// <param name="FromStaffing">True beyond the generated window, where the standard staffing is counted instead of calendars.</param>
public sealed record SlotFacts(
    Slot Slot, TimeRange Range, bool InGrid, string? BlockedBy, int Capacity, int Taken, int ReadyCount, bool FromStaffing)
{
    /// <summary>Places that can still be taken, never negative.</summary>
    public int Free => Math.Max(0, Capacity - Taken);

    /// <summary>How full it is.</summary>
    public Load Load => Load.Of(Taken, Capacity);
}
