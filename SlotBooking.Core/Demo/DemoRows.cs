using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Demo;

/// <summary>Turns what was invented into rows that agree with each other: places, events, calendars.</summary>
/// <param name="db">Takes the rows; saving is the caller's.</param>
/// <param name="clock">The office's clock.</param>
/// <param name="ids">Makes the ids of rows that nobody names.</param>
/// <param name="calendarsFrom">Calendars are filled from this day on: nobody reads what is older there.</param>
internal sealed class DemoRows(SlotBookingDb db, OfficeClock clock, DemoIds ids, DateOnly calendarsFrom)
{
    private const string OverhangColor = "8";
    private readonly List<Booking> _bookings = [];
    private readonly List<SlotPlace> _places = [];
    private readonly List<OutcomeChange> _changes = [];
    private readonly List<OfficeEvent> _events = [];
    private readonly List<LocalEvent> _localEvents = [];
    private readonly List<ReadySlot> _ready = [];
    private long _revision;

    /// <summary>Writes all that was added, in the context's transaction.</summary>
    /// <returns>The newest event of the log.</returns>
    public async Task<OfficeEvent> WriteAsync(CancellationToken cancellationToken)
    {
        _events.Add(DemoOrigin.Note(clock.Now));
        await new BulkRows<Booking>(db).WriteAsync(db, _bookings);
        await new BulkRows<SlotPlace>(db).WriteAsync(db, _places);
        await new BulkRows<OutcomeChange>(db).WriteAsync(db, _changes);
        await new BulkRows<OfficeEvent>(db).WriteAsync(db, _events.OrderBy(e => e.At));
        await new BulkRows<LocalEvent>(db).WriteAsync(db, _localEvents);
        await new BulkRows<ReadySlot>(db).WriteAsync(db, _ready);
        return await db.Events.AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync(cancellationToken);
    }

    /// <summary>Declarations of readiness in the consultants' local calendars.</summary>
    public void AddReadiness(IEnumerable<(Consultant Consultant, TimedSlot Slot)> ready, string title) =>
        _localEvents.AddRange(ready.Where(r => r.Slot.Slot.Day >= calendarsFrom)
            .Select(r => Event(r.Consultant.CalendarKey, ReadinessEdit.EventIdOf(r.Slot.Slot), title, r.Slot.Range)));

    /// <summary>Days that are over are not worked out any more: their readiness is written here.</summary>
    public void AddPastReadiness(IEnumerable<(Consultant Consultant, TimedSlot Slot)> ready) =>
        _ready.AddRange(ready.Where(r => r.Slot.Slot.Day < clock.Today)
            .Select(r => new ReadySlot { Day = r.Slot.Slot.Day, Start = r.Slot.Slot.Start, ConsultantId = r.Consultant.Id }));

    /// <summary>Bookings with their places, their events in the log and in the central calendar.</summary>
    public void AddBookings(IReadOnlyList<DemoCase> cases)
    {
        var numbers = new Dictionary<Slot, int>();
        foreach (var item in cases)
        {
            var booking = item.Booking;
            _bookings.Add(booking);
            for (var n = 0; booking.HoldsPlace && n < booking.Places; n++)
            {
                var number = numbers[booking.Slot] = numbers.GetValueOrDefault(booking.Slot) + 1;
                _places.Add(new SlotPlace { Day = booking.Day, Start = booking.Start, Number = number, BookingId = booking.Id });
            }

            Tell(item);
            if (booking.Status != BookingStatus.Cancelled && booking.Day >= calendarsFrom)
            {
                AddToCalendar(booking);
            }
        }
    }

    /// <summary>Appointments that somebody typed into the central calendar.</summary>
    public void AddByHand(IEnumerable<Slot> slots, SlotGrid grid)
    {
        foreach (var slot in slots)
        {
            var row = Event(CalendarKeys.Central, FormattableString.Invariant($"hand{slot.Day:yyyyMMdd}{slot.Start:HHmm}"), "Beispiel, Hanna (am Telefon eingetragen)", grid.RangeOf(slot, clock));
            _localEvents.Add(row);
        }
    }

    private void AddToCalendar(Booking booking)
    {
        var wanted = BookingEvents.For(booking);
        var row = Event(
            CalendarKeys.Central,
            AppointmentEventId.Of(booking.Id, booking.CalendarGeneration),
            wanted.Name + (booking.EndsAt < clock.Now ? DemoOutcomes.Marker(booking.Status) : ""),
            wanted.Range);
        row.BookingId = booking.Id;
        row.Description = wanted.Description;
        row.ColorId = booking.Status == BookingStatus.Overhang ? OverhangColor : wanted.ColorId;
        _localEvents.Add(row);
    }

    private LocalEvent Event(string calendarKey, string id, string title, TimeRange range) => new()
    {
        CalendarKey = calendarKey,
        EventId = id,
        Revision = ++_revision,
        Title = title,
        StartsAt = range.Start,
        EndsAt = range.End,
    };

    private void Tell(DemoCase item)
    {
        var booking = item.Booking;
        Tell(EventKinds.Booked, booking, item.BookedFor, booking.BookedAt);
        if (item.MovedAt is { } movedAt)
        {
            Tell(EventKinds.Moved, booking, booking.Slot, movedAt, item.BookedFor, "\"Customer\"");
        }

        if (item.ConfirmedAt is { } confirmedAt)
        {
            Tell(EventKinds.Confirmed, booking, booking.Slot, confirmedAt, detail: """{"confirmed":true}""");
        }

        if (booking.DecidedAt is { } decidedAt)
        {
            TellDecision(booking, decidedAt);
        }
    }

    private void TellDecision(Booking booking, DateTimeOffset at)
    {
        var isCancelled = booking.Status == BookingStatus.Cancelled;
        var change = new OutcomeChange
        {
            Id = ids.Next(at),
            BookingId = booking.Id,
            From = BookingStatus.Open,
            To = booking.Status,
            At = at,
            AccountId = isCancelled ? booking.AgentId : null,
            Source = booking.DecidedFrom!.Value,
        };
        _changes.Add(change);
        if (isCancelled)
        {
            Tell(EventKinds.Cancelled, booking, booking.Slot, at);
        }
        else
        {
            var detail = JsonSerializer.Serialize(new { from = change.From.ToString(), to = change.To.ToString(), source = change.Source == OutcomeSource.Job ? "job" : "calendar" });
            Tell(EventKinds.OutcomeChanged, booking, booking.Slot, at, detail: detail, isByPeople: false);
        }
    }

    private void Tell(
        string kind, Booking booking, Slot slot, DateTimeOffset at, Slot? from = null, string? detail = null, bool isByPeople = true) =>
        _events.Add(new OfficeEvent
        {
            Kind = kind,
            At = at,
            AccountId = isByPeople ? booking.AgentId : null,
            BookingId = booking.Id,
            Day = slot.Day,
            Start = slot.Start,
            OtherDay = from?.Day,
            OtherStart = from?.Start,
            Detail = detail,
        });
}
