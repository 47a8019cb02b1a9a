using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>Something an agent wants done with a booking. The id is made by the form: the same id sent again changes nothing and gets the same answer.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">Who wants it; roles are read anew inside the transaction.</param>
public abstract record BookingCommand(Guid CommandId, Actor Actor)
{
    /// <summary>How the command is named in the database.</summary>
    public abstract string Kind { get; }

    /// <summary>The booking it changes; null when it makes one, or names another command.</summary>
    internal virtual Guid? Target => null;
}

/// <summary>Book a customer into a slot.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">The agent.</param>
/// <param name="Slot">Where to.</param>
/// <param name="Customer">What was typed.</param>
/// <param name="DespiteDuplicate">True when the agent has seen the warning that this customer already has an open appointment.</param>
public sealed record Book(Guid CommandId, Actor Actor, Slot Slot, CustomerEntry Customer, bool DespiteDuplicate = false)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "book";
}

/// <summary>Move a booking to another slot, all or nothing.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">The agent who booked it, or an admin.</param>
/// <param name="BookingId">Which booking.</param>
/// <param name="To">Where to.</param>
/// <param name="Reason">Whose wish it was.</param>
public sealed record Move(Guid CommandId, Actor Actor, Guid BookingId, Slot To, MoveReason Reason)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "move";

    internal override Guid? Target => BookingId;
}

/// <summary>Whose wish a move was.</summary>
public enum MoveReason
{
    /// <summary>The customer's („verschoben“).</summary>
    Customer,

    /// <summary>Ours („Überhang“).</summary>
    Us,
}

/// <summary>Call a booking off; its place is free at once.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">The agent who booked it, or an admin.</param>
/// <param name="BookingId">Which booking.</param>
/// <param name="Reason">Required, at most 200 characters.</param>
public sealed record Cancel(Guid CommandId, Actor Actor, Guid BookingId, string? Reason)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "cancel";

    internal override Guid? Target => BookingId;
}

/// <summary>Say what became of an appointment, or take that back. Written to the calendar as marker and colour.</summary>
/// <remarks>Whether the customer showed up can be said from the appointment's start on; the rest at any time.</remarks>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">The agent who booked it, a consultant, or an admin.</param>
/// <param name="BookingId">Which booking.</param>
/// <param name="Outcome">What became of it; <see cref="BookingStatus.Open"/> takes back what was said.</param>
public sealed record SetOutcome(Guid CommandId, Actor Actor, Guid BookingId, BookingStatus Outcome)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "outcome";

    internal override Guid? Target => BookingId;
}

/// <summary>Note that the customer confirmed the appointment, or did not.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">The agent who booked it, a consultant, or an admin.</param>
/// <param name="BookingId">Which booking.</param>
/// <param name="IsConfirmed">Whether it is confirmed.</param>
public sealed record Confirm(Guid CommandId, Actor Actor, Guid BookingId, bool IsConfirmed)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "confirm";

    internal override Guid? Target => BookingId;
}

/// <summary>Note when to call the customer back, and why; both empty takes the note away.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">The agent who booked it, or an admin.</param>
/// <param name="BookingId">Which booking.</param>
/// <param name="Note">At most 500 characters.</param>
/// <param name="On">The day.</param>
public sealed record NoteCallBack(Guid CommandId, Actor Actor, Guid BookingId, string? Note, DateOnly? On)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "callBack";

    internal override Guid? Target => BookingId;
}

/// <summary>Take the last change of a booking back, within <see cref="CommandAnswer.UndoWindow"/>.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">Who sent the command that is taken back.</param>
/// <param name="Undoes">The command that is taken back.</param>
public sealed record Undo(Guid CommandId, Actor Actor, Guid Undoes)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "undo";
}

/// <summary>Enter a booking again whose event people deleted in the calendar; possible until its slot starts, by the rule for booking.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">The agent who booked it, or an admin.</param>
/// <param name="BookingId">Which booking.</param>
public sealed record Restore(Guid CommandId, Actor Actor, Guid BookingId)
    : BookingCommand(CommandId, Actor)
{
    /// <inheritdoc />
    public override string Kind => "restore";

    internal override Guid? Target => BookingId;
}
