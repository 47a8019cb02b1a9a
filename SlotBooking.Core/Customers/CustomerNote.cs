namespace SlotBooking.Core.Customers;

/// <summary>What a colleague wrote about a customer.</summary>
public sealed class CustomerNote
{
    /// <summary>The longest note.</summary>
    public const int Limit = 500;

    /// <summary>Version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>The profile it was written on; shown on the one that this is merged into.</summary>
    public Guid CustomerId { get; init; }

    /// <summary>1 to 500 characters.</summary>
    public required string Text { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; only this account can delete it.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>The author's name then.</summary>
    public required string Author { get; init; }
}
