using SlotBooking.Core.Time;

namespace SlotBooking.Core.Slots;

/// <summary>A slot together with the real time it stands for, so that rules need no clock.</summary>
public readonly record struct TimedSlot(Slot Slot, TimeRange Range);
