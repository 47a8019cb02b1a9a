using SlotBooking.Core.Slots;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>Something on which database and calendar do not agree.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Slot">The slot of the booking, or where the event begins; null when neither is known.</param>
/// <param name="BookingId">The booking, if it is about one.</param>
/// <param name="EventId">The calendar's event, if it is about one.</param>
public sealed record CalendarDifference(DifferenceKind Kind, Slot? Slot, Guid? BookingId, string? EventId);
