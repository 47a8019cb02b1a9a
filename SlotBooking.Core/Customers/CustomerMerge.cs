namespace SlotBooking.Core.Customers;

/// <summary>That two profiles were found to be one customer; kept when it is taken back.</summary>
public sealed class CustomerMerge
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>The profile that went.</summary>
    public Guid FromId { get; init; }

    /// <summary>The profile that stayed.</summary>
    public Guid IntoId { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was taken back, UTC; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Who took it back.</summary>
    public string? UndoneBy { get; set; }
}
