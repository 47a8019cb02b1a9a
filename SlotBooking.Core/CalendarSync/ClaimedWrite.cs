using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;

namespace SlotBooking.Core.CalendarSync;

/// <summary>A booking's write that this worker may do now.</summary>
/// <param name="Write">The row as it was claimed.</param>
/// <param name="Booking">The booking as it stands; null when it was erased.</param>
/// <param name="Known">What is known of its event.</param>
internal sealed record ClaimedWrite(CalendarWrite Write, Booking? Booking, KnownEvent Known);
