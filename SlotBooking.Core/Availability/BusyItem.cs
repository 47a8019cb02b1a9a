using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>One event of a consultant's calendar, as far as readiness cares.</summary>
/// <param name="Title">As people wrote it; null and empty are titles too.</param>
/// <param name="Range">Its real time; for an all-day event from the office's midnight to midnight.</param>
/// <param name="IsAllDay">All-day events block nothing.</param>
/// <param name="IsTransparent">Shown as free: blocks nothing.</param>
/// <param name="IsCancelled">Called off: as if it were not there.</param>
/// <param name="IsDeclined">An invitation the consultant declined: as if it were not there.</param>
public readonly record struct BusyItem(
    string? Title, TimeRange Range, bool IsAllDay = false, bool IsTransparent = false, bool IsCancelled = false, bool IsDeclined = false)
{
    /// <summary>Whether the event takes place for the consultant at all.</summary>
    public bool Stands => !IsCancelled && !IsDeclined;

    /// <summary>Whether the event, if it is not one of readiness, keeps the consultant from holding an appointment.</summary>
    public bool Blocks => Stands && !IsAllDay && !IsTransparent;
}
