namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>What a calendar answered when it was asked for one event.</summary>
internal enum Answered
{
    /// <summary>Nothing that could be used: an error, or it was not asked.</summary>
    Nothing,

    /// <summary>The event stands.</summary>
    Stands,

    /// <summary>The event is there, and cancelled.</summary>
    Cancelled,

    /// <summary>There is no such event. Alone it proves nothing.</summary>
    Absent,
}
