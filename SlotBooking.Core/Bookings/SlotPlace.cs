namespace SlotBooking.Core.Bookings;

/// <summary>One sold place of a slot. Its key is the slot and the place's number, so the database itself refuses to sell it twice.</summary>
public sealed class SlotPlace
{
    /// <summary>The slot's day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The slot's start.</summary>
    public TimeOnly Start { get; init; }

    /// <summary>1-based; the lowest number that was free.</summary>
    public int Number { get; init; }

    /// <summary>Whose place it is. An overhang has two rows.</summary>
    public Guid BookingId { get; set; }
}

/// <summary>The row that a writer locks on PostgreSQL before it counts a slot's places; on SQLite the database is the lock.</summary>
public sealed class SlotLock
{
    /// <summary>The slot's day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The slot's start.</summary>
    public TimeOnly Start { get; init; }
}
