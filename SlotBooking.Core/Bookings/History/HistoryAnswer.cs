namespace SlotBooking.Core.Bookings.History;

/// <summary>The answer to the question what happened to an appointment.</summary>
public abstract record HistoryAnswer
{
    private HistoryAnswer()
    {
    }

    /// <summary>This happened.</summary>
    /// <param name="Booking">The appointment as it stands.</param>
    /// <param name="Entries">Newest first.</param>
    public sealed record Told(BookingView Booking, IReadOnlyList<HistoryEntry> Entries) : HistoryAnswer;

    /// <summary>There is no such appointment.</summary>
    public sealed record NotFound : HistoryAnswer;

    /// <summary>Somebody else booked it, and who asks is neither consultant nor admin.</summary>
    public sealed record NotAllowed : HistoryAnswer;
}
