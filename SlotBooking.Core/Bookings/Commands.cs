using SlotBooking.Core.Accounts;

namespace SlotBooking.Core.Bookings;

/// <summary>Something an agent wants done with a booking. The id is made by the form: the same id sent again changes nothing and gets the same answer.</summary>
/// <param name="CommandId">Made once per form.</param>
/// <param name="Actor">Who wants it; roles are read anew inside the transaction.</param>
public abstract record BookingCommand(Guid CommandId, Actor Actor)
{
    /// <summary>How the command is named in the database.</summary>
    public abstract string Kind { get; }
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
