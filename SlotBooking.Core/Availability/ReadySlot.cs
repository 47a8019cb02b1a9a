namespace SlotBooking.Core.Availability;

/// <summary>One consultant is ready in one slot: what the availability job worked out from the calendars.</summary>
public sealed class ReadySlot
{
    /// <summary>The slot's day in the office's calendar.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The slot's start on the office's wall clock.</summary>
    public TimeOnly Start { get; init; }

    /// <summary>Who is ready.</summary>
    public Guid ConsultantId { get; init; }
}

/// <summary>Which days the availability job has worked out last; beyond them standard staffing applies.</summary>
public sealed class AvailabilityWindow
{
    /// <summary>There is one row, number 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The first day worked out.</summary>
    public DateOnly First { get; set; }

    /// <summary>The last day worked out, included.</summary>
    public DateOnly Through { get; set; }
}
