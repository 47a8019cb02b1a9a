using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>What became of a command. A full slot is an answer; a lost database is an exception.</summary>
public abstract record CommandAnswer
{
    /// <summary>How long a change can be taken back. The page offers ten seconds; the rest is for the way.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(15);

    private CommandAnswer()
    {
    }

    /// <summary>It is in the database.</summary>
    /// <param name="Booking">The booking as it is now.</param>
    /// <param name="WasRepeated">True when the same command had been carried out before and nothing was changed this time.</param>
    /// <param name="At">When it was carried out, UTC.</param>
    public sealed record Done(BookingView Booking, bool WasRepeated, DateTimeOffset At) : CommandAnswer;

    /// <summary>The slot cannot be booked.</summary>
    /// <param name="Slot">The slot that was wanted.</param>
    /// <param name="Why">The reason.</param>
    /// <param name="Detail">The block's or holiday's name, where there is one.</param>
    /// <param name="Nearest">Up to three free slots near the wanted one, nearest first.</param>
    public sealed record Refused(Slot Slot, Refusal Why, string? Detail, IReadOnlyList<SlotFacts> Nearest) : CommandAnswer;

    /// <summary>The same customer already has an open appointment; send again with <see cref="Book.DespiteDuplicate"/> to book anyway.</summary>
    /// <param name="Existing">The open appointment.</param>
    public sealed record Duplicate(BookingView Existing) : CommandAnswer;

    /// <summary>Fields are wrong; nothing was looked up or written.</summary>
    /// <param name="Errors">At least one.</param>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : CommandAnswer;

    /// <summary>It may not be done, or not any more.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Denied(Denial Why) : CommandAnswer;
}

/// <summary>Why a command is denied that has nothing to do with free places.</summary>
public enum Denial
{
    /// <summary>The account is gone, disabled, or has no role that may do it.</summary>
    NotAllowed,

    /// <summary>There is no such booking.</summary>
    NotFound,

    /// <summary>Somebody else's booking, and the actor is no admin.</summary>
    NotYours,

    /// <summary>The booking no longer stands: cancelled, judged, or over.</summary>
    NotOpen,

    /// <summary>It already stands in that slot.</summary>
    SameSlot,

    /// <summary>Too late to take it back, or it was taken back or overtaken by another change.</summary>
    CannotUndo,

    /// <summary>Whether the customer shows up cannot be said before the appointment has begun.</summary>
    TooEarly,

    /// <summary>The appointment was entered in the calendar by hand; it is moved and called off there.</summary>
    ByHand,

    /// <summary>The command id belongs to another command.</summary>
    CommandIdTaken,
}

/// <summary>A booking as pages show it.</summary>
public sealed record BookingView(
    Guid Id,
    Slot Slot,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string LastName,
    string FirstName,
    string? Phone,
    Potential Potential,
    BookingStatus Status,
    bool IsConfirmed,
    Guid AgentId,
    string AgentName,
    DateTimeOffset BookedAt,
    DateOnly BookedOn)
{
    /// <summary>When its outcome was last decided or taken back, UTC; null while nobody has.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Where that was done.</summary>
    public OutcomeSource? DecidedFrom { get; init; }

    /// <summary>The calendar's marks as last read; <c>OfficeSettings.Outcomes.Read</c> says what they mean. Null when they were never read.</summary>
    public string? CalendarReading { get; init; }

    /// <summary>What to remember when the customer is called back.</summary>
    public string? CallBackNote { get; init; }

    /// <summary>The day on which the customer wants to be called back.</summary>
    public DateOnly? CallBackOn { get; init; }

    /// <summary>Whether somebody entered it in the calendar by hand: it is moved and called off there.</summary>
    public bool IsByHand { get; init; }

    /// <summary>How many places it takes at present.</summary>
    public int Places { get; init; }

    /// <summary>Why it was cancelled, if it was.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Whether it is over, with the grace, so that it can be expected to have an outcome.</summary>
    public bool IsDue(DateTimeOffset now, TimeSpan grace) => EndsAt + grace <= now;

    /// <summary>True when people deleted its event in the central calendar.</summary>
    public bool CancelledInCalendar { get; init; }

    /// <summary>„Nachname, Vorname“.</summary>
    public string CustomerName => $"{LastName}, {FirstName}";

    /// <summary>Makes the view of an entity.</summary>
    public static BookingView Of(Booking b) => new(
        b.Id, new Slot(b.Day, b.Start), b.StartsAt, b.EndsAt, b.LastName, b.FirstName, b.Phone, b.Potential, b.Status, b.IsConfirmed,
        b.AgentId, b.AgentName, b.BookedAt, b.BookedOn)
    {
        DecidedAt = b.DecidedAt,
        DecidedFrom = b.DecidedFrom,
        CalendarReading = b.CalendarReading,
        CallBackNote = b.CallBackNote,
        CallBackOn = b.CallBackOn,
        IsByHand = b.CalendarEventId is not null,
        Places = b.HoldsPlace ? b.Places : 0,
        CancelReason = b.CancelReason,
        CancelledInCalendar = b.CancelledInCalendar,
    };
}
