using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Outcomes;

/// <summary>Appointments that somebody entered in the central calendar: they become bookings when they are over, found again by the event's id.</summary>
internal sealed class ByHand(SlotBookingDb db, OutcomeFacts facts, OfficeSettings office, OfficeClock clock)
{
    /// <summary>Why one is called off whose event was deleted.</summary>
    public const string Deleted = "im Kalender gelöscht";

    private const int LongestName = 100;

    /// <summary>Whether the event is a customer's appointment: timed, takes its owner's time, no readiness, no count, no booking of ours.</summary>
    public bool IsAppointment(MirroredEvent item) =>
        item.BookingId is null && !item.IsAllDay && !item.IsTransparent && item.EndsAt > item.StartsAt &&
        !office.Readiness.IsReadyTitle(item.Title) &&
        MarkerParser.NameOf(item.Title, office.Outcomes.Words) is not ([] or [>= '0' and <= '9', >= '0' and <= '9']);

    /// <summary>Makes its booking, which is open and holds no place of its own.</summary>
    public Booking Enter(MirroredEvent item)
    {
        var (lastName, firstName) = NameOf(item.Title);
        var (day, start) = clock.WallClock(item.StartsAt);
        var agent = AgentOf(item);
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(clock.Now),
            CalendarEventId = item.EventId,
            Day = day,
            Start = start,
            StartsAt = item.StartsAt,
            EndsAt = item.EndsAt,
            LastName = lastName,
            FirstName = firstName,
            NameKey = CustomerName.Key(lastName, firstName, office.Outcomes.Words),
            Potential = Potential.Normal,
            Places = 0,
            AgentId = agent.Id,
            AgentName = agent.Name,
            BookedAt = item.StartsAt, // when it was entered is not known
            BookedOn = day,
            ChangedAt = clock.Now,
        };
        db.Bookings.Add(booking);
        Tell(booking, from: null);
        return booking;
    }

    /// <summary>Takes over what people changed: name, time, and who booked it.</summary>
    /// <returns>Whether it has another time now.</returns>
    public bool Follow(MirroredEvent item, Booking booking)
    {
        // An erased customer's name does not come back, whatever the calendar still says.
        var (lastName, firstName) = booking.IsErased ? (booking.LastName, booking.FirstName) : NameOf(item.Title);
        var (day, start) = clock.WallClock(item.StartsAt);
        var agent = AgentOf(item);
        if ((lastName, firstName) == (booking.LastName, booking.FirstName) && item.StartsAt == booking.StartsAt && item.EndsAt == booking.EndsAt &&
            agent == (booking.AgentId, booking.AgentName))
        {
            return false;
        }

        var (from, before) = (booking.Slot, booking.EndsAt);
        (booking.LastName, booking.FirstName, booking.NameKey) = (lastName, firstName, booking.IsErased ? "" : CustomerName.Key(lastName, firstName, office.Outcomes.Words));
        (booking.Day, booking.Start, booking.StartsAt, booking.EndsAt) = (day, start, item.StartsAt, item.EndsAt);
        (booking.AgentId, booking.AgentName) = agent;
        booking.ChangedAt = clock.Now;
        Tell(booking, from == booking.Slot ? null : from);
        return booking.EndsAt != before;
    }

    private (Guid Id, string Name) AgentOf(MirroredEvent item) =>
        item.BookedBy is { } name && facts.Agents.TryGetValue(name.ToUpperInvariant(), out var agent) ? agent : (Guid.Empty, "");

    /// <summary>„Nachname, Vorname“, or all of it as the surname.</summary>
    private (string LastName, string FirstName) NameOf(string title)
    {
        var name = MarkerParser.NameOf(title, office.Outcomes.Words);
        var parts = name.Split(',', 2, StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } last, var first] ? (Short(last), Short(first)) : (Short(name), "");
    }

    private static string Short(string name)
    {
        var whole = string.Concat(name.Replace('\0', ' ').EnumerateRunes().Select(rune => rune.ToString())).Trim();
        return whole.Length <= LongestName ? whole : whole[..(char.IsHighSurrogate(whole[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    private void Tell(Booking booking, Slot? from) => db.Events.Add(new OfficeEvent
    {
        Kind = EventKinds.FoundInCalendar,
        At = clock.Now,
        BookingId = booking.Id,
        Day = booking.Day,
        Start = booking.Start,
        OtherDay = from?.Day,
        OtherStart = from?.Start,
    });
}
