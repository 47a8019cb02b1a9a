namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>What only one appointment shows: the rest of what was typed.</summary>
/// <param name="Booking">The appointment.</param>
/// <param name="Note">The note for the consultant.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Campaign">Where the lead came from.</param>
/// <param name="CustomerId">The customer's profile, once the book of customers has seen it.</param>
public sealed record AppointmentDetail(BookingView Booking, string? Note, string? Email, string? Campaign, Guid? CustomerId);
