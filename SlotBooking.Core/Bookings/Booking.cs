using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>One customer's first appointment. The slot is a promise on the office's wall clock; the instants are derived from it.</summary>
public sealed class Booking
{
    /// <summary>Version 7, made by the command; the calendar event's id is derived from it.</summary>
    public Guid Id { get; init; }

    /// <summary>The day promised to the customer.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The wall time promised to the customer.</summary>
    public TimeOnly Start { get; set; }

    /// <summary>When it starts, UTC; derived from day and wall time.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>When it ends, UTC.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>The customer's surname, 1–100 characters.</summary>
    public required string LastName { get; set; }

    /// <summary>The customer's first name, 1–100 characters.</summary>
    public required string FirstName { get; set; }

    /// <summary>The number as the agent typed it, if any.</summary>
    public string? Phone { get; set; }

    /// <summary>The number in E.164, by which customers are recognised; null when there is none.</summary>
    public string? PhoneKey { get; set; }

    /// <summary>The normalised name, by which customers without a number are recognised.</summary>
    public required string NameKey { get; set; }

    /// <summary>E-mail, if any.</summary>
    public string? Email { get; set; }

    /// <summary>At most 500 characters; becomes the event's description.</summary>
    public string? Note { get; set; }

    /// <summary>What the agent expects of the customer; becomes the event's colour.</summary>
    public Potential Potential { get; set; }

    /// <summary>Where the lead came from, at most 100 characters.</summary>
    public string? Campaign { get; set; }

    /// <summary>What became of it so far.</summary>
    public BookingStatus Status { get; set; }

    /// <summary>How many places it takes while its status takes any: 1, 2 for an overhang, none while the calendar's marks call it off before it took place.</summary>
    public int Places { get; set; } = 1;

    /// <summary>The customer confirmed; such customers show up twice as often.</summary>
    public bool IsConfirmed { get; set; }

    /// <summary>Who booked it; empty when an appointment of the calendar does not say.</summary>
    public Guid AgentId { get; set; }

    /// <summary>The name the agent signed in with when it was booked; stands in the calendar's „Booked by“ line.</summary>
    public required string AgentName { get; set; }

    /// <summary>When it was booked, UTC.</summary>
    public DateTimeOffset BookedAt { get; init; }

    /// <summary>The office's day on which it was booked; lists of „today's bookings“ go by it.</summary>
    public DateOnly BookedOn { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The last command that changed it; only that one can be taken back. Null when something else changed it since.</summary>
    public Guid? LastCommandId { get; set; }

    /// <summary>Why it was cancelled, if it was.</summary>
    public string? CancelReason { get; set; }

    /// <summary>True when people deleted its event in the central calendar; the agent or an admin can enter it again.</summary>
    public bool CancelledInCalendar { get; set; }

    /// <summary>The calendar's own id of the event, for an appointment that somebody entered there by hand; null for those booked here.</summary>
    public string? CalendarEventId { get; init; }

    /// <summary>What the calendar's marks were when they were last taken into account, marker and colour in one word; only marks that mean something else speak anew.</summary>
    public string? CalendarReading { get; set; }

    /// <summary>When its outcome was last decided or taken back, UTC; null while nobody has.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Where that was done.</summary>
    public OutcomeSource? DecidedFrom { get; set; }

    /// <summary>What to remember when the customer is called back, at most 500 characters.</summary>
    public string? CallBackNote { get; set; }

    /// <summary>The day on which the customer wants to be called back.</summary>
    public DateOnly? CallBackOn { get; set; }

    /// <summary>How often a new calendar event had to be made for it; part of the event's id.</summary>
    public int CalendarGeneration { get; set; }

    /// <summary>The customer it was found to be of; null until the book of customers has seen it.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>True once the customer's data was erased: there is no name left to be recognised by.</summary>
    public bool IsErased => NameKey.Length == 0;

    /// <summary>The slot it stands in, or last stood in.</summary>
    public Slot Slot => new(Day, Start);

    /// <summary>True while it takes places in its slot.</summary>
    public bool HoldsPlace => Status.HoldsPlace() && Places > 0;
}
