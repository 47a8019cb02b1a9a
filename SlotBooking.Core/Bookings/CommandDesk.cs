using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>Decides the commands of one batch one after another and notes the changes in the context; saving and committing is the caller's.</summary>
/// <remarks>Everything it needs was read under lock, so between its decision and the commit nobody else can take the same place.</remarks>
internal sealed partial class CommandDesk(
    SlotBookingDb db,
    DateTimeOffset now,
    DateOnly today,
    OfficeSettings office,
    Dictionary<Guid, ProcessedCommand> processed,
    Dictionary<Guid, Booking> bookings,
    IReadOnlyDictionary<Guid, AccountRights> rights,
    OpenAppointments openAppointments,
    PlaceLedger places)
{
    private readonly DateOnly _lastDay = office.Horizon.LastDay(today);

    /// <summary>Decides one command.</summary>
    public CommandAnswer Decide(BookingCommand command)
    {
        if (command.CommandId == Guid.Empty)
        {
            return new CommandAnswer.Invalid([new FieldError("commandId", FieldProblem.Missing)]);
        }

        if (command.Actor.AccountId is not { } accountId || !rights.TryGetValue(accountId, out var mine) || !May(mine, command))
        {
            return new CommandAnswer.Denied(Denial.NotAllowed);
        }

        if (processed.TryGetValue(command.CommandId, out var before))
        {
            return before.Kind == command.Kind && before.AccountId == accountId && bookings.TryGetValue(before.BookingId, out var known)
                ? new CommandAnswer.Done(BookingView.Of(known), WasRepeated: true, before.At)
                : new CommandAnswer.Denied(Denial.CommandIdTaken);
        }

        return command switch
        {
            Book book => Decide(book, mine),
            Move move => WithOpenBooking(move.BookingId, mine, booking => Decide(move, booking)),
            Cancel cancel => WithOpenBooking(cancel.BookingId, mine, booking => Decide(cancel, booking)),
            SetOutcome set => WithAppointment(set.BookingId, mine, booking => Decide(set, booking)),
            Confirm confirm => WithAppointment(confirm.BookingId, mine, booking => Decide(confirm, booking)),
            NoteCallBack note => WithAppointment(note.BookingId, mine, booking => Decide(note, booking)),
            Undo undo => Decide(undo, mine),
            Restore restore => WithBooking(restore.BookingId, mine, booking => Decide(restore, booking)),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Kind, "No such command."),
        };
    }

    private CommandAnswer Decide(Book command, AccountRights agent)
    {
        var (customer, errors) = CheckedCustomer.From(command.Customer);
        if (customer is null)
        {
            return new CommandAnswer.Invalid(errors);
        }

        if (Refusal(command.Slot, count: 1) is { } refused)
        {
            return refused;
        }

        if (!command.DespiteDuplicate && openAppointments.Of(customer) is { } existing)
        {
            return new CommandAnswer.Duplicate(BookingView.Of(existing));
        }

        var range = places.Facts(command.Slot).Range;
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(now),
            Day = command.Slot.Day,
            Start = command.Slot.Start,
            StartsAt = range.Start,
            EndsAt = range.End,
            LastName = customer.LastName,
            FirstName = customer.FirstName,
            Phone = customer.Phone,
            PhoneKey = customer.PhoneKey,
            NameKey = customer.NameKey,
            Email = customer.Email,
            Note = customer.Note,
            Potential = customer.Potential,
            Campaign = customer.Campaign,
            AgentId = agent.AccountId,
            AgentName = agent.UserName,
            BookedAt = now,
            BookedOn = today,
        };
        db.Bookings.Add(booking);
        bookings[booking.Id] = booking;
        openAppointments.Add(booking);
        places.Take(command.Slot, booking);
        return Done(command, booking, before: null, EventKinds.Booked, from: null);
    }

    private CommandAnswer Decide(Move command, Booking booking)
    {
        if (command.To == booking.Slot)
        {
            return new CommandAnswer.Denied(Denial.SameSlot);
        }

        return Refusal(command.To, count: 1) ?? MoveTo(command, command.To, booking, $"\"{command.Reason}\"");
    }

    private CommandAnswer.Done MoveTo(BookingCommand command, Slot to, Booking booking, string? detail)
    {
        var (from, before) = (booking.Slot, BeforeState.Of(booking));
        places.Release(from, booking);
        StandAnew(booking, to);
        places.Take(to, booking);
        var range = places.Facts(to).Range;
        (booking.Day, booking.Start, booking.StartsAt, booking.EndsAt) = (to.Day, to.Start, range.Start, range.End);
        return Done(command, booking, before, EventKinds.Moved, from, detail);
    }

    private CommandAnswer Decide(Cancel command, Booking booking)
    {
        var (reason, errors) = CheckedCustomer.Reason(command.Reason);
        return errors.Count > 0 ? new CommandAnswer.Invalid(errors) : CallOff(command, booking, reason!);
    }

    private CommandAnswer.Done CallOff(BookingCommand command, Booking booking, string reason)
    {
        var before = BeforeState.Of(booking);
        places.Release(booking.Slot, booking);
        openAppointments.Remove(booking);
        booking.CancelReason = reason;
        Note(booking, BookingStatus.Cancelled, command.Actor.AccountId);
        return Done(command, booking, before, EventKinds.Cancelled, from: null);
    }

    private CommandAnswer Decide(Undo command, AccountRights agent)
    {
        if (!processed.TryGetValue(command.Undoes, out var undone) ||
            !bookings.TryGetValue(undone.BookingId, out var booking) ||
            undone.AccountId != agent.AccountId ||
            undone.UndoneBy is not null ||
            undone.At + CommandAnswer.UndoWindow < now ||
            booking.LastCommandId != undone.CommandId)
        {
            return new CommandAnswer.Denied(Denial.CannotUndo);
        }

        var before = BeforeState.Read(undone.Before);
        var answer = (undone.Kind, before) switch
        {
            ("book", _) => CallOff(command, booking, "Rückgängig gemacht"),
            ("move", { } state) => Refusal(state.Slot, booking.Places) ?? MoveTo(command, state.Slot, booking, "\"Undo\""),
            ("cancel", { } state) => Refusal(state.Slot, booking.Places) ?? Reopen(command, state, booking),
            ("outcome" or "confirm" or "callBack", { } state) => TakeBack(command, undone.Kind, state, booking),
            _ => new CommandAnswer.Denied(Denial.CannotUndo),
        };
        if (answer is CommandAnswer.Done)
        {
            undone.UndoneBy = command.CommandId;
        }

        return answer;
    }

    private CommandAnswer Decide(Restore command, Booking booking) => booking is { Status: BookingStatus.Cancelled, CancelledInCalendar: true, CalendarEventId: null }
        ? Refusal(booking.Slot, count: 1) ?? EnterAgain(command, booking)
        : new CommandAnswer.Denied(Denial.CannotUndo);

    private CommandAnswer.Done EnterAgain(Restore command, Booking booking)
    {
        StandAnew(booking, booking.Slot);
        return Reopen(command, state: null, booking);
    }

    /// <summary>The booking takes its places again.</summary>
    /// <param name="command">Who wants it.</param>
    /// <param name="state">As it was before it was called off; null when that was not done here.</param>
    /// <param name="booking">Which.</param>
    private CommandAnswer.Done Reopen(BookingCommand command, BeforeState? state, Booking booking)
    {
        var before = BeforeState.Of(booking);
        booking.CancelReason = null;
        booking.CancelledInCalendar = false;
        Note(booking, state?.Status ?? BookingStatus.Open, command.Actor.AccountId);
        booking.DecidedFrom = state?.DecidedFrom;
        places.Take(booking.Slot, booking);
        openAppointments.Add(booking);
        return Done(command, booking, before, EventKinds.Restored, from: null);
    }

    private CommandAnswer WithOpenBooking(Guid id, AccountRights agent, Func<Booking, CommandAnswer> decide) => WithBooking(
        id,
        agent,
        booking => booking.CalendarEventId is not null ? new CommandAnswer.Denied(Denial.ByHand)
            : booking.Status != BookingStatus.Open || booking.EndsAt <= now ? new CommandAnswer.Denied(Denial.NotOpen)
            : decide(booking));

    private CommandAnswer WithBooking(Guid id, AccountRights agent, Func<Booking, CommandAnswer> decide)
    {
        if (!bookings.TryGetValue(id, out var booking))
        {
            return new CommandAnswer.Denied(Denial.NotFound);
        }

        return booking.AgentId == agent.AccountId || agent.IsAdmin ? decide(booking) : new CommandAnswer.Denied(Denial.NotYours);
    }

    private CommandAnswer? Refusal(Slot slot, int count) =>
        SlotRules.Decide(places.Facts(slot), now, _lastDay, count) is Bookability.NotBookable refused
            ? new CommandAnswer.Refused(slot, refused.Why, refused.Detail, [])
            : null;

    private CommandAnswer.Done Done(
        BookingCommand command, Booking booking, BeforeState? before, string kind, Slot? from, string? detail = null)
    {
        booking.ChangedAt = now;
        booking.LastCommandId = command.CommandId;
        db.Events.Add(new OfficeEvent
        {
            Kind = kind,
            At = now,
            AccountId = command.Actor.AccountId,
            BookingId = booking.Id,
            Day = booking.Day,
            Start = booking.Start,
            OtherDay = from?.Day,
            OtherStart = from?.Start,
            Detail = detail,
        });
        return Remember(command, booking, before);
    }

    /// <summary>Keeps the answer, so that the same command sent again changes nothing.</summary>
    private CommandAnswer.Done Remember(BookingCommand command, Booking booking, BeforeState? before)
    {
        var done = new ProcessedCommand
        {
            CommandId = command.CommandId,
            Kind = command.Kind,
            BookingId = booking.Id,
            AccountId = command.Actor.AccountId!.Value,
            At = now,
            Before = before?.Write(),
        };
        processed[done.CommandId] = done;
        db.Commands.Add(done);
        return new CommandAnswer.Done(BookingView.Of(booking), WasRepeated: false, now);
    }
}
