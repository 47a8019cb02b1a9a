namespace SlotBooking.Core.Accounts;

/// <summary>One sign-in of one account in one browser. Who has no row is not signed in, whatever the cookie says.</summary>
public sealed class Session
{
    /// <summary>Stands in the encrypted cookie.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose session it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When it began; the absolute limit counts from here.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last sign of life that was written down; written now and then only, so it may be a few minutes old.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }
}
