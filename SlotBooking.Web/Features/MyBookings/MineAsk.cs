namespace SlotBooking.Web.Features.MyBookings;

/// <summary>Which form of the panel is open.</summary>
public enum MineAsk
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>Where the appointment moves to.</summary>
    Time,

    /// <summary>Why it is called off.</summary>
    Reason,

    /// <summary>When to call the customer back.</summary>
    CallBack,
}
