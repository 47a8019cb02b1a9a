namespace SlotBooking.Core.Calendars;

/// <summary>Requests that one process may send; all processes on a database share the account they are counted against.</summary>
public sealed class RequestLease
{
    /// <summary>Of the lease.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>How many requests. What is not used lapses, but counts as if it had been.</summary>
    public int Permits { get; init; }

    /// <summary>The last instant at which one of them may be sent, UTC; a minute later the lease counts no more.</summary>
    public DateTimeOffset UsableUntil { get; init; }
}
