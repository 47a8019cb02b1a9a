namespace SlotBooking.Core.Calendars;

/// <summary>How reading one calendar went.</summary>
public enum SyncOutcome
{
    /// <summary>Read; nothing had changed.</summary>
    Unchanged,

    /// <summary>Read; the mirror is different now.</summary>
    Changed,

    /// <summary>Somebody else read it meanwhile; what was read here was dropped.</summary>
    Overtaken,

    /// <summary>Not read; what was known stays, and ages.</summary>
    Failed,
}
