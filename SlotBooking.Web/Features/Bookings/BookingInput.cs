using SlotBooking.Core.Bookings;

namespace SlotBooking.Web.Features.Bookings;

/// <summary>What stands in the form. Strings as typed; the service decides what they are worth.</summary>
internal sealed class BookingInput
{
    public string LastName { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    public string Note { get; set; } = "";

    public string Campaign { get; set; } = "";

    /// <summary>normal, top, closer or winback.</summary>
    public string Potential { get; set; } = "normal";

    /// <summary>The same for the service.</summary>
    public CustomerEntry ToEntry() => new()
    {
        LastName = LastName,
        FirstName = FirstName,
        Phone = Phone,
        Email = Email,
        Note = Note,
        Campaign = Campaign,
        Potential = Potential,
    };
}
