using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Demo;

/// <summary>One invented booking with what happened to it on the way.</summary>
/// <param name="Booking">As it stands now.</param>
/// <param name="BookedFor">The slot that it was booked for at first.</param>
/// <param name="MovedAt">When it was moved to its present slot; null when it was not.</param>
/// <param name="ConfirmedAt">When the customer confirmed; null when that did not happen.</param>
internal sealed record DemoCase(Booking Booking, Slot BookedFor, DateTimeOffset? MovedAt, DateTimeOffset? ConfirmedAt);
