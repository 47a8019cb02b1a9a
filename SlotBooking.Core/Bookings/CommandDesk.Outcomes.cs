using System.Text.Json;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <content>What became of an appointment, whether it is confirmed, and when to call back.</content>
internal sealed partial class CommandDesk
{
    private readonly OutcomeLog _outcomes = new(db, now);

    /// <summary>Consultants hold the appointments: they may say how those went, and take back what they said.</summary>
    private static bool May(AccountRights mine, BookingCommand command) =>
        mine.May(Roles.Agent) || (command is SetOutcome or Confirm or Undo && mine.Roles.Contains(Roles.Consultant));

    private CommandAnswer WithAppointment(Guid id, AccountRights mine, Func<Booking, CommandAnswer> decide) =>
        !bookings.TryGetValue(id, out var booking) ? new CommandAnswer.Denied(Denial.NotFound)
        : booking.AgentId == mine.AccountId || mine.May(Roles.Consultant) ? decide(booking)
        : new CommandAnswer.Denied(Denial.NotYours);

    private CommandAnswer Decide(SetOutcome command, Booking booking)
    {
        if (!Enum.IsDefined(command.Outcome))
        {
            return new CommandAnswer.Invalid([new FieldError("outcome", FieldProblem.NotAChoice)]);
        }

        if (command.Outcome is BookingStatus.Completed or BookingStatus.NoShow or BookingStatus.Ghost && booking.StartsAt > now)
        {
            return new CommandAnswer.Denied(Denial.TooEarly);
        }

        var comesBack = !booking.HoldsPlace && command.Outcome.HoldsPlace() && booking.StartsAt > now && booking.CalendarEventId is null;
        return (comesBack ? Refusal(booking.Slot, PlacesFor(command.Outcome)) : null)
            ?? Become(command, booking, command.Outcome, BeforeState.Of(booking), calledOff: null);
    }

    private CommandAnswer.Done Become(BookingCommand command, Booking booking, BookingStatus outcome, BeforeState before, string? calledOff)
    {
        var from = booking.Status;
        var isByHand = booking.CalendarEventId is not null;
        if (from == outcome && (isByHand || booking.Places == PlacesFor(outcome)))
        {
            return Remember(command, booking, before);
        }

        if (!isByHand)
        {
            places.Release(booking.Slot, booking);
        }

        openAppointments.Remove(booking);
        Note(booking, outcome, command.Actor.AccountId);
        (booking.DecidedAt, booking.DecidedFrom) = (from == outcome ? now : booking.DecidedAt, OutcomeSource.Page);
        booking.CancelReason = calledOff;
        booking.CancelledInCalendar = false;
        booking.Places = isByHand ? 0 : PlacesFor(outcome);
        if (!isByHand && booking.HoldsPlace)
        {
            places.Take(booking.Slot, booking);
        }

        if (outcome == BookingStatus.Open && booking.EndsAt > now)
        {
            openAppointments.Add(booking);
        }

        var kind = from == outcome ? EventKinds.Announced : EventKinds.OutcomeChanged;
        return Done(command, booking, before, kind, from: null, OutcomeLog.Detail(from, outcome, OutcomeSource.Page));
    }

    private CommandAnswer.Done Decide(Confirm command, Booking booking)
    {
        var before = BeforeState.Of(booking);
        if (booking.IsConfirmed == command.IsConfirmed)
        {
            return Remember(command, booking, before);
        }

        booking.IsConfirmed = command.IsConfirmed;
        return Done(command, booking, before, EventKinds.Confirmed, from: null, JsonSerializer.Serialize(new { confirmed = command.IsConfirmed }));
    }

    private CommandAnswer Decide(NoteCallBack command, Booking booking)
    {
        var (note, errors) = CheckedCustomer.CallBack(command.Note);
        if (errors.Count > 0)
        {
            return new CommandAnswer.Invalid(errors);
        }

        if (command.On is { } day && (day < today || day > today.AddYears(2)))
        {
            return new CommandAnswer.Invalid([new FieldError("day", FieldProblem.NotAChoice)]);
        }

        var before = BeforeState.Of(booking) with { CallBackNote = booking.CallBackNote };
        (booking.CallBackNote, booking.CallBackOn) = (note, command.On);
        return Done(command, booking, before, EventKinds.CallBack, from: null);
    }

    private CommandAnswer TakeBack(Undo command, string kind, BeforeState state, Booking booking)
    {
        var before = BeforeState.Of(booking);
        switch (kind)
        {
            case "outcome":
                var comesBack = !booking.HoldsPlace && state.Status.HoldsPlace() && booking.StartsAt > now && booking.CalendarEventId is null;
                return (comesBack ? Refusal(booking.Slot, Math.Max(1, state.Places)) : null)
                    ?? Become(command, booking, state.Status, before, state.IsCalledOff ? state.CancelReason ?? "Rückgängig gemacht" : null);
            case "confirm":
                booking.IsConfirmed = state.IsConfirmed;
                return Done(command, booking, before, EventKinds.Confirmed, from: null, JsonSerializer.Serialize(new { confirmed = state.IsConfirmed }));
            default:
                before = before with { CallBackNote = booking.CallBackNote };
                (booking.CallBackNote, booking.CallBackOn) = (state.CallBackNote, state.CallBackOn);
                return Done(command, booking, before, EventKinds.CallBack, from: null);
        }
    }

    /// <summary>A booking that gets a new slot stands there like a new one: marks that called it off where it stood count no longer.</summary>
    private void StandAnew(Booking booking, Slot to)
    {
        if (booking.Slot != to && EventMarks.Parse(booking.CalendarReading) is { Places: not 1 })
        {
            (booking.DecidedAt, booking.DecidedFrom) = (now, OutcomeSource.Page);
        }

        booking.Places = 1;
    }

    private void Note(Booking booking, BookingStatus status, Guid? accountId) => _outcomes.Set(booking, status, OutcomeSource.Page, accountId);

    private static int PlacesFor(BookingStatus outcome) => outcome == BookingStatus.Overhang ? 2 : 1;
}
