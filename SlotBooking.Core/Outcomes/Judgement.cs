using SlotBooking.Core.Bookings;
using SlotBooking.Core.Markers;

namespace SlotBooking.Core.Outcomes;

/// <summary>What an appointment is after a look at its event's marks.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Places">How many places it takes while its status takes any.</param>
/// <param name="Source">What decided; null when the status stays.</param>
public sealed record Judgement(BookingStatus Status, int Places, OutcomeSource? Source)
{
    /// <summary>Judges an appointment by the marks of its event.</summary>
    /// <remarks>
    /// Before it is due, marks change places and no outcome; only what was decided early in the product is taken back when people change the marks.
    /// Once it is due, an appointment that is still undecided becomes what its marks say; after that only marks that say something else than
    /// before speak, so that what was decided in the product since stands until people change their minds.
    /// </remarks>
    /// <param name="booking">The appointment as it stands.</param>
    /// <param name="marks">The marks now.</param>
    /// <param name="rules">How marks are read.</param>
    /// <param name="knownAt">When the calendar was read: nothing is judged on knowledge older than the appointment's end and grace.</param>
    public static Judgement Of(Booking booking, EventMarks marks, OutcomeRules rules, DateTimeOffset knownAt)
    {
        var before = EventMarks.Parse(booking.CalendarReading);
        var says = rules.Read(marks).Outcome;
        var isNew = before is not null && rules.Read(before).Outcome != says;
        var dueAt = booking.EndsAt + rules.Grace;
        var status = booking.Status;
        OutcomeSource? source = null;
        if (knownAt < dueAt)
        {
            status = isNew ? BookingStatus.Open : status;
            source = OutcomeSource.Calendar;
        }
        else if (isNew || (status == BookingStatus.Open && !(booking.DecidedAt >= dueAt)))
        {
            status = says;
            source = isNew ? OutcomeSource.Calendar : OutcomeSource.Job;
        }

        var places = status switch
        {
            BookingStatus.Overhang => 2,
            BookingStatus.Open when booking.Status == BookingStatus.Open && before?.Places == marks.Places => booking.Places,
            BookingStatus.Open => marks.Places,
            _ => 1,
        };
        return new Judgement(status, places, status == booking.Status ? null : source);
    }
}
