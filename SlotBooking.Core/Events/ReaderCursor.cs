namespace SlotBooking.Core.Events;

/// <summary>How far one reader of the event log has come: the last event it handled, in the order of <see cref="EventLog"/>.</summary>
public sealed class ReaderCursor
{
    /// <summary>The reader's stable name.</summary>
    public required string Reader { get; init; }

    /// <summary>The writing transaction of the last event handled; always 0 on SQLite.</summary>
    public long Transaction { get; set; }

    /// <summary>The sequence of the last event handled.</summary>
    public long Sequence { get; set; }
}
