using SlotBooking.Core.Calendars;

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

/// <summary>What was found out about single events of ours, before anything is applied.</summary>
/// <param name="Began">When the reading began, UTC: what was written later may be missing in it.</param>
/// <param name="Answers">By the event's id; null for what is absent.</param>
internal sealed record Evidence(DateTimeOffset Began, IReadOnlyDictionary<string, CalendarItem?> Answers)
{
    /// <summary>What was answered about the event.</summary>
    public Answered About(string eventId) => Answers.TryGetValue(eventId, out var item)
        ? item switch { null => Answered.Absent, { IsCancelled: true } => Answered.Cancelled, _ => Answered.Stands }
        : Answered.Nothing;
}
