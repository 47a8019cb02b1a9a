using System.Text.Json;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;

namespace SlotBooking.Tests.Achievements;

/// <summary>Events as the office writes them, for logs that tests make up.</summary>
internal static class GameLog
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static OfficeEvent Booked(Guid booking, Guid agent, DateTimeOffset at, DateOnly day, TimeOnly start) =>
        new() { Kind = EventKinds.Booked, At = at, AccountId = agent, BookingId = booking, Day = day, Start = start };

    public static OfficeEvent Cancelled(Guid booking, Guid? by, DateTimeOffset at) =>
        new() { Kind = by is null ? EventKinds.CancelledInCalendar : EventKinds.Cancelled, At = at, AccountId = by, BookingId = booking };

    public static OfficeEvent Restored(Guid booking, Guid by, DateTimeOffset at) => new() { Kind = EventKinds.Restored, At = at, AccountId = by, BookingId = booking };

    public static OfficeEvent Became(Guid booking, BookingStatus status, DateTimeOffset at, Guid? by = null) => new()
    {
        Kind = EventKinds.OutcomeChanged,
        At = at,
        AccountId = by,
        BookingId = booking,
        Detail = OutcomeLog.Detail(BookingStatus.Open, status, OutcomeSource.Calendar),
    };

    public static OfficeEvent Corrected(Guid id, Guid account, int points, DateTimeOffset at) =>
        new() { Kind = EventKinds.PointsCorrected, At = at, Detail = JsonSerializer.Serialize(new CorrectionDetail(id, account, points), Web) };

    public static OfficeEvent Away(Guid id, Guid account, DateOnly first, DateOnly through, DateTimeOffset at, bool isWithdrawn = false) =>
        new() { Kind = EventKinds.AbsenceChanged, At = at, Detail = JsonSerializer.Serialize(new AbsenceDetail(id, account, first, through, isWithdrawn), Web) };

    public static OfficeEvent Closed(Period period, DateTimeOffset at, params Guid[] order) =>
        new() { Kind = EventKinds.PeriodClosed, At = at, Detail = JsonSerializer.Serialize(new ClosingDetail(period.ToString(), order), Web) };

    public static OfficeEvent Broken(string kind, DateTimeOffset at, string? detail = "{\"to\":") => new() { Kind = kind, At = at, BookingId = Guid.CreateVersion7(at), Detail = detail };
}
