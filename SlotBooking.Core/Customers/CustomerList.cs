namespace SlotBooking.Core.Customers;

/// <summary>The lists customers stand in; some in several.</summary>
public enum CustomerList
{
    /// <summary>Everybody with an appointment.</summary>
    All,

    /// <summary>Stayed away three times or more.</summary>
    HighRisk,

    /// <summary>At most two appointments.</summary>
    New,

    /// <summary>Three appointments or more, and at least 80 % of the decided ones kept.</summary>
    Loyal,

    /// <summary>40 % to under 80 % kept: an improvement may be worth a call.</summary>
    Promising,
}
