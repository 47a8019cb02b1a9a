using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Outcomes;

/// <summary>Judges the events of one batch one after another and notes the changes in the context; saving and committing is the caller's.</summary>
/// <param name="db">The context.</param>
/// <param name="facts">What is known.</param>
/// <param name="office">The settings.</param>
/// <param name="clock">The office's clock.</param>
/// <param name="knownAt">When the calendar was read.</param>
internal sealed class OutcomeDesk(SlotBookingDb db, OutcomeFacts facts, OfficeSettings office, OfficeClock clock, DateTimeOffset knownAt)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);
    private readonly DateTimeOffset _now = clock.Now;
    private readonly OutcomeLog _log = new(db, clock.Now);
    private readonly ByHand _byHand = new(db, facts, office, clock);

    /// <summary>What came of it so far.</summary>
    public OutcomeTally Tally { get; private set; } = new();

    /// <summary>Judges one event; answers when it has to be looked at again, null for never unless it changes.</summary>
    public DateTimeOffset? Look(string eventId)
    {
        var item = facts.Events.GetValueOrDefault(eventId);
        if (item is { BookingId: { } named } && facts.OwnIds.Contains(named))
        {
            return facts.Own.TryGetValue(named, out var own) ? LookAtOwn(item, own) : _now + Pause;
        }

        var known = facts.ByHand.GetValueOrDefault(eventId);
        if (item is null || !_byHand.IsAppointment(item))
        {
            return GoneFromCalendar(known);
        }

        return LookAtByHand(item, known);
    }

    private DateTimeOffset? LookAtOwn(MirroredEvent item, Booking booking)
    {
        var eventId = facts.Writes.GetValueOrDefault(booking.Id)?.EventId ?? AppointmentEventId.Of(booking.Id, booking.CalendarGeneration);
        if (item.EventId != eventId || booking.CancelReason is not null)
        {
            return null; // a copy that somebody made of the event, or one that is being taken out of the calendar
        }

        if (IsOlderThanOurs(item, booking) is { } again)
        {
            return again < item.EndsAt + Patience ? again : null;
        }

        return Judge(item, booking, AppointmentName.Of(booking));
    }

    private DateTimeOffset? LookAtByHand(MirroredEvent item, Booking? booking)
    {
        var wasMoved = false;
        if (booking is null)
        {
            if (knownAt < item.EndsAt + office.Outcomes.Grace)
            {
                return Later(item.EndsAt);
            }

            booking = _byHand.Enter(item);
            Tally = Tally with { Found = Tally.Found + 1 };
        }
        else if (IsOlderThanOurs(item, booking) is { } again)
        {
            return again < item.EndsAt + Patience ? again : null;
        }
        else
        {
            wasMoved = _byHand.Follow(item, booking);
        }

        if (booking.Status != BookingStatus.Open && (booking.CancelReason is not null || (wasMoved && knownAt < booking.EndsAt + office.Outcomes.Grace)))
        {
            // It stands in the calendar again, or was put off to a time that is still to come: it is judged anew.
            booking.CancelReason = null;
            Change(booking, BookingStatus.Open, OutcomeSource.Calendar, marks: null);
            (booking.DecidedAt, booking.CalendarReading) = (null, null);
        }

        return Judge(item, booking, name: null);
    }

    /// <summary>While our own writing is under way, or not in the mirror yet, marks say nothing about what people want.</summary>
    private DateTimeOffset? IsOlderThanOurs(MirroredEvent item, Booking booking) =>
        facts.Writes.TryGetValue(booking.Id, out var write) && ((write.Done < write.Wanted && write.ParkedBecause is null) || item.Version < write.Version)
            ? _now + Pause
            : null;

    private DateTimeOffset? Judge(MirroredEvent item, Booking booking, string? name)
    {
        var rules = office.Outcomes;
        var marks = EventMarks.Of(item.Title, item.ColorId, rules.Words, name);
        var judged = Judgement.Of(booking, marks, rules, knownAt);
        if (judged.Source is { } source)
        {
            Change(booking, judged.Status, source, marks);
        }

        StandOn(booking, judged.Places);
        booking.CalendarReading = marks.Write();
        CountUnknown(marks, rules.Read(marks));
        return knownAt < booking.EndsAt + rules.Grace ? Later(booking.EndsAt) : null;
    }

    private DateTimeOffset? GoneFromCalendar(Booking? booking)
    {
        if (booking is not null && booking.CancelReason is null)
        {
            Change(booking, BookingStatus.Cancelled, OutcomeSource.Calendar, marks: null);
            booking.CancelReason = ByHand.Deleted;
        }

        return null;
    }

    private void Change(Booking booking, BookingStatus status, OutcomeSource source, EventMarks? marks)
    {
        var from = booking.Status;
        if (!_log.Set(booking, status, source, accountId: null, marks?.Write()))
        {
            return;
        }

        Touch(booking);
        Tell(EventKinds.OutcomeChanged, booking, OutcomeLog.Detail(from, status, source));
        Tally = Tally with { Changed = Tally.Changed + 1 };
    }

    /// <summary>An appointment entered by hand has its places with the event; a booking takes and frees its own.</summary>
    private void StandOn(Booking booking, int places)
    {
        if (booking.CalendarEventId is not null)
        {
            return;
        }

        var wanted = booking.Status.HoldsPlace() ? places : 0;
        var held = facts.Held.GetValueOrDefault(booking.Id); // each booking is judged once in a batch
        booking.Places = places;
        if (wanted == held)
        {
            return;
        }

        facts.Places.Release(booking.Slot, booking);
        if (wanted > 0)
        {
            facts.Places.Take(booking.Slot, booking);
        }

        Touch(booking);
        Tell(EventKinds.Announced, booking, detail: null);
    }

    private void Touch(Booking booking)
    {
        booking.ChangedAt = _now;
        booking.LastCommandId = null;
    }

    private void Tell(string kind, Booking booking, string? detail) => db.Events.Add(new OfficeEvent
    {
        Kind = kind,
        At = _now,
        BookingId = booking.Id,
        Day = booking.Day,
        Start = booking.Start,
        Detail = detail,
    });

    private DateTimeOffset Later(DateTimeOffset end) => end + office.Outcomes.Grace is var due && due > _now ? due : _now + Pause;

    private void CountUnknown(EventMarks marks, OutcomeReading reading) => Tally = reading.Unknown switch
    {
        null => Tally,
        _ when marks.Marker == TitleMarker.Unknown => Tally with { UnknownMarkers = Tally.UnknownMarkers + 1 },
        { } color => Tally with { UnknownColours = Tally.UnknownColours.Append(color).ToHashSet(StringComparer.Ordinal) },
    };
}
