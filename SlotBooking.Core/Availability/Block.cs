namespace SlotBooking.Core.Availability;

/// <summary>Days or hours in which nothing can be booked, with the reason people read.</summary>
public sealed class Block
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The first blocked day, office calendar.</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>The last blocked day, included.</summary>
    public DateOnly LastDay { get; set; }

    /// <summary>From this wall time on each of the days; null means the whole day.</summary>
    public TimeOnly? From { get; set; }

    /// <summary>Until this wall time on each of the days, excluded; null means the whole day.</summary>
    public TimeOnly? To { get; set; }

    /// <summary>Shown to agents, at most 200 characters.</summary>
    public required string Reason { get; set; }

    /// <summary>Who entered it.</summary>
    public required string Author { get; init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
