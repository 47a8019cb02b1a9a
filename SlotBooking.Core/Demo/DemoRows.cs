using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendar;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Demo;

/// <summary>Turns what was invented into rows that agree with each other: places, events, calendars.</summary>
internal sealed class DemoRows(SlotBookingDb db, OfficeClock clock)
{
    private readonly List<OfficeEvent> _events = [];
    private long _revision;

    /// <summary>The newest event of the log, after saving.</summary>
    public OfficeEvent LastEvent => _events.MaxBy(e => e.Sequence)!;

    /// <summary>Declarations of readiness in the consultants' local calendars.</summary>
    public void AddReadiness(IEnumerable<(Consultant Consultant, TimedSlot Slot)> ready, string title) =>
        db.LocalEvents.AddRange(ready.Select(r => Event(r.Consultant.CalendarKey, ReadinessEdit.EventIdOf(r.Slot.Slot), title, r.Slot.Range)));

    /// <summary>Days that are over are not worked out any more: their readiness is written here.</summary>
    public void AddPastReadiness(IEnumerable<(Consultant Consultant, TimedSlot Slot)> ready) =>
        db.ReadySlots.AddRange(ready.Where(r => r.Slot.Slot.Day < clock.Today)
            .Select(r => new ReadySlot { Day = r.Slot.Slot.Day, Start = r.Slot.Slot.Start, ConsultantId = r.Consultant.Id }));

    /// <summary>Bookings with their places, their events in the log and in the central calendar.</summary>
    public void AddBookings(IReadOnlyList<Booking> bookings)
    {
        var numbers = new Dictionary<Slot, int>();
        foreach (var booking in bookings)
        {
            db.Bookings.Add(booking);
            var slot = new Slot(booking.Day, booking.Start);
            if (booking.HoldsPlace)
            {
                var number = numbers[slot] = numbers.GetValueOrDefault(slot) + 1;
                db.SlotPlaces.Add(new SlotPlace { Day = slot.Day, Start = slot.Start, Number = number, BookingId = booking.Id });
            }

            Tell(EventKinds.Booked, booking, booking.BookedAt);
            if (booking.Status == BookingStatus.Cancelled)
            {
                booking.CancelReason = "Kunde hat abgesagt";
                Tell(EventKinds.Cancelled, booking, booking.ChangedAt);
                continue;
            }

            AddToCalendar(booking);
        }

        db.Events.AddRange(_events);
    }

    /// <summary>Appointments that somebody typed into the central calendar.</summary>
    public void AddByHand(IEnumerable<Slot> slots, SlotGrid grid)
    {
        foreach (var slot in slots)
        {
            var row = Event(CalendarKeys.Central, FormattableString.Invariant($"hand{slot.Day:yyyyMMdd}{slot.Start:HHmm}"), "Beispiel, Hanna (am Telefon eingetragen)", grid.RangeOf(slot, clock));
            db.LocalEvents.Add(row);
        }
    }

    private void AddToCalendar(Booking booking)
    {
        var wanted = AppointmentEvent.Of(booking);
        var row = Event(
            CalendarKeys.Central,
            AppointmentEventId.Of(booking.Id, booking.CalendarGeneration),
            wanted.Name + DemoOutcomes.Marker(booking.Status),
            wanted.Range);
        row.BookingId = booking.Id;
        row.Description = wanted.Description;
        row.ColorId = wanted.ColorId;
        db.LocalEvents.Add(row);
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

    private void Tell(string kind, Booking booking, DateTimeOffset at) => _events.Add(new OfficeEvent
    {
        Kind = kind,
        At = at,
        AccountId = booking.AgentId,
        BookingId = booking.Id,
        Day = booking.Day,
        Start = booking.Start,
    });
}
