using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings.History;

/// <summary>One thing that happened to an appointment.</summary>
/// <param name="What">What happened.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The person's name; null when the calendar does not say who, or nobody but the clock did it.</param>
/// <param name="From">Where it was done.</param>
/// <param name="IsUndo">True when it only took back what had been done before.</param>
public sealed record HistoryEntry(HistoryFact What, DateTimeOffset At, string? Who, HistorySource From, bool IsUndo = false);

/// <summary>Where something was done.</summary>
public enum HistorySource
{
    /// <summary>On a page of the product.</summary>
    Page,

    /// <summary>By people in the calendar.</summary>
    Calendar,

    /// <summary>By the clock.</summary>
    Job,
}

/// <summary>What can happen to an appointment. Nothing in it is left when its customer is erased.</summary>
public abstract record HistoryFact
{
    private HistoryFact()
    {
    }

    /// <summary>It was booked.</summary>
    /// <param name="Slot">Into which slot.</param>
    public sealed record Booked(Slot Slot) : HistoryFact;

    /// <summary>It got another slot.</summary>
    /// <param name="Old">Where it stood.</param>
    /// <param name="New">Where it stands from then on.</param>
    /// <param name="Reason">Whose wish it was; null when a move was taken back.</param>
    public sealed record Moved(Slot Old, Slot New, MoveReason? Reason) : HistoryFact;

    /// <summary>The customer confirmed it, or that was taken away.</summary>
    /// <param name="IsConfirmed">Which of the two.</param>
    public sealed record Confirmed(bool IsConfirmed) : HistoryFact;

    /// <summary>A call-back was noted, or the note was taken away.</summary>
    /// <param name="On">The day; null for none.</param>
    /// <param name="Note">The words; null for none and where they are not known any more.</param>
    public sealed record CallBack(DateOnly? On, string? Note) : HistoryFact;

    /// <summary>What became of it was decided, decided otherwise or taken back.</summary>
    /// <param name="Old">What it was.</param>
    /// <param name="New">What it is from then on.</param>
    /// <param name="Marks">Marker and colour that decided it, „Completed/2“; null when the calendar did not.</param>
    public sealed record Outcome(BookingStatus Old, BookingStatus New, string? Marks) : HistoryFact;

    /// <summary>It was called off.</summary>
    /// <param name="Reason">Why; null where that is not known any more.</param>
    public sealed record Cancelled(string? Reason) : HistoryFact;

    /// <summary>It stands again after it was called off.</summary>
    public sealed record Restored : HistoryFact;

    /// <summary>Its event was deleted in the calendar, which called it off.</summary>
    public sealed record DeletedInCalendar : HistoryFact;

    /// <summary>Its event was moved or renamed in the calendar; time and name were put back.</summary>
    public sealed record EditedInCalendar : HistoryFact;

    /// <summary>It was found in the calendar, entered by hand, or such a one got another time or name there.</summary>
    /// <param name="Slot">When it is.</param>
    /// <param name="IsFirst">True when it was not known before.</param>
    public sealed record FoundInCalendar(Slot Slot, bool IsFirst) : HistoryFact;

    /// <summary>Marks in the calendar made it take more or fewer places before it took place.</summary>
    public sealed record Announced : HistoryFact;

    /// <summary>The customer's data was erased.</summary>
    public sealed record Anonymised : HistoryFact;
}
