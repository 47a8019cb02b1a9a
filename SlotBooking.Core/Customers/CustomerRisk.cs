namespace SlotBooking.Core.Customers;

/// <summary>How likely a customer stays away again. Stored as a number.</summary>
public enum CustomerRisk
{
    /// <summary>Never stayed away.</summary>
    Low = 0,

    /// <summary>Stayed away once or twice.</summary>
    Medium = 1,

    /// <summary>Stayed away three times or more.</summary>
    High = 2,
}
