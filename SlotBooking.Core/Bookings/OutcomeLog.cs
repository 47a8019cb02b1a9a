using System.Text.Json;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>Changes what became of an appointment and keeps the change: row, history and event are one transaction.</summary>
internal sealed class OutcomeLog(SlotBookingDb db, DateTimeOffset now)
{
    private const string FromPage = "\"source\":\"page\"";
    private readonly Dictionary<Guid, DateTimeOffset> _last = [];

    /// <summary>Sets the status and keeps the change; the same status again is no change.</summary>
    public bool Set(Booking booking, BookingStatus status, OutcomeSource source, Guid? accountId, string? detail = null)
    {
        if (booking.Status == status)
        {
            return false;
        }

        var at = After(_last.TryGetValue(booking.Id, out var last) ? last : booking.DecidedAt);
        _last[booking.Id] = at;
        db.OutcomeChanges.Add(new OutcomeChange
        {
            Id = Guid.CreateVersion7(at),
            BookingId = booking.Id,
            From = booking.Status,
            To = status,
            At = at,
            AccountId = accountId,
            Source = source,
            Detail = detail,
        });
        booking.Status = status;
        booking.DecidedAt = at;
        booking.DecidedFrom = source;
        return true;
    }

    /// <summary>Changes of one appointment never share an instant, so that their order stays known: two people may decide in the same one.</summary>
    private DateTimeOffset After(DateTimeOffset? last) => last >= now ? last.Value.AddMicroseconds(1) : now;

    /// <summary>What the event says of a change.</summary>
    public static string Detail(BookingStatus from, BookingStatus to, OutcomeSource source) =>
        JsonSerializer.Serialize(new { from = from.ToString(), to = to.ToString(), source = Word(source) });

    /// <summary>Whether the event tells of a decision in the product, which has to be written to the calendar. What came from there has not.</summary>
    public static bool AsksForMarks(OfficeEvent told) =>
        told.Kind is EventKinds.OutcomeChanged or EventKinds.Announced && told.Detail?.Contains(FromPage, StringComparison.Ordinal) == true;

    /// <summary>calendar, page, job.</summary>
    public static string Word(OutcomeSource source) => source switch
    {
        OutcomeSource.Calendar => "calendar",
        OutcomeSource.Page => "page",
        _ => "job",
    };
}
