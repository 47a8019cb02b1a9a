using SlotBooking.Core.Calendars;

namespace SlotBooking.Core.CalendarSync.Deletions;

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
