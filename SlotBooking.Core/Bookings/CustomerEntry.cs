namespace SlotBooking.Core.Bookings;

/// <summary>What an agent typed about a customer, unchecked. Empty fields may be null or blank.</summary>
public sealed record CustomerEntry
{
    /// <summary>Surname, required.</summary>
    public string? LastName { get; init; }

    /// <summary>First name, required.</summary>
    public string? FirstName { get; init; }

    /// <summary>Phone number as typed.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail as typed.</summary>
    public string? Email { get; init; }

    /// <summary>Note for the consultant.</summary>
    public string? Note { get; init; }

    /// <summary>normal, top, closer or winback.</summary>
    public string? Potential { get; init; }

    /// <summary>Where the lead came from.</summary>
    public string? Campaign { get; init; }
}
