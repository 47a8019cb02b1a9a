using SlotBooking.Core.Slots;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>A booking whose event the calendar refuses to take.</summary>
/// <param name="BookingId">Which.</param>
/// <param name="Slot">Where it stands; null when the booking was erased.</param>
/// <param name="Customer">„Nachname, Vorname“; null when the booking was erased.</param>
/// <param name="Because">The reason, in German.</param>
public sealed record ParkedWrite(Guid BookingId, Slot? Slot, string? Customer, string Because);
