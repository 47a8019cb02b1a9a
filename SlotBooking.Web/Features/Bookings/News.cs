namespace SlotBooking.Web.Features.Bookings;

/// <summary>The line of live news in the head of the list.</summary>
/// <param name="Name">The first name of who did it.</param>
/// <param name="Initials">The same as two letters.</param>
/// <param name="Text">What was done, without the name: "hat 16:00 gebucht, noch 3 frei".</param>
public sealed record News(string Name, string Initials, string Text);
