using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Customers;

/// <summary>What became of something that was to be done with a customer.</summary>
public abstract record CustomerAnswer
{
    private CustomerAnswer()
    {
    }

    /// <summary>It is in the database.</summary>
    /// <param name="CustomerId">The profile to look at now.</param>
    public sealed record Done(Guid CustomerId) : CustomerAnswer;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Open">The open appointment that stands in the way, if that is it.</param>
    public sealed record Denied(CustomerDenial Why, BookingView? Open = null) : CustomerAnswer;
}

/// <summary>Why something cannot be done with a customer.</summary>
public enum CustomerDenial
{
    /// <summary>The account may not do it.</summary>
    NotAllowed,

    /// <summary>There is no such customer, note or merge any more.</summary>
    NotFound,

    /// <summary>A profile cannot be merged with itself.</summary>
    WithItself,

    /// <summary>One of the two has gone into another profile meanwhile.</summary>
    MergedMeanwhile,

    /// <summary>What was typed is not the customer's surname.</summary>
    OtherSurname,

    /// <summary>An appointment is still to come.</summary>
    OpenAppointment,

    /// <summary>There is nothing to note.</summary>
    NoText,

    /// <summary>The note is too long.</summary>
    TextTooLong,

    /// <summary>The note holds characters that cannot be kept.</summary>
    TextUnreadable,
}
