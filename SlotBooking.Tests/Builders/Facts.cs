using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;

namespace SlotBooking.Tests.Builders;

/// <summary>Slots about which everything is known; four consultants and an empty book unless told otherwise.</summary>
internal static class Facts
{
    public static readonly DateOnly Tuesday = new(2026, 6, 2);

    public static SlotFacts Of(
        DateOnly day, int hour, int taken = 0, int capacity = 16, string? blockedBy = null, bool inGrid = true, bool fromStaffing = false)
    {
        var slot = new Slot(day, new(hour, 0));
        return new(slot, SlotGrid.Default.RangeOf(slot, Berlin.Clock), inGrid, blockedBy, capacity, taken, capacity / 4, fromStaffing);
    }

    /// <summary>Every slot of the default grid from the first to the last day.</summary>
    public static IReadOnlyList<SlotFacts> Between(DateOnly first, DateOnly last, int taken = 0, int capacity = 16) =>
        [.. SlotGrid.Default.SlotsBetween(first, last, Berlin.Clock).Select(s => Of(s.Slot.Day, s.Slot.Start.Hour, taken, capacity))];
}
