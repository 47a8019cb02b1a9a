namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>The one secret address under which a person's calendar program fetches the person's appointments.</summary>
public sealed class FeedLink
{
    /// <summary>Version 7; another one with each renewal.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose appointments; nobody has two links.</summary>
    public Guid AccountId { get; init; }

    /// <summary>What is kept of the secret; see <see cref="FeedToken"/>.</summary>
    public required string TokenHash { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was last fetched, to some minutes, UTC; null for never.</summary>
    public DateTimeOffset? FetchedAt { get; set; }
}
