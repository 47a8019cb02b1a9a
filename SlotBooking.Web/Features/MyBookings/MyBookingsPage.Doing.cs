using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Events;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.MyBookings;

/// <content>What people do with a card, and what the page answers.</content>
public sealed partial class MyBookingsPage
{
    // Made once: a delegate that is new at each drawing would be sent again.
    private readonly Func<ChangeEventArgs, Task> _hear;
    private readonly Func<Func<Guid, Actor, BookingCommand>, Task<IReadOnlyList<FieldError>>> _send;
    private readonly Action<MineAsk> _asking;
    private readonly Func<Task> _undo;
    private readonly Action _dismiss;
    private readonly Action<string> _search;
    private Guid? _menu;
    private AppointmentDetail? _detail;
    private MineAsk _ask;
    private DeskAnswer? _answer;
    private ITimer? _undoEnds;
    private bool _busy;

    [Inject]
    private BookingService Bookings { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private async Task HearAsync(ChangeEventArgs change)
    {
        try
        {
            await HearAsync(MineWish.Parse(change.Value as string));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var errorId = ErrorIds.Next();
            LogChangingFailed(Logger, exception, errorId);
            Say(T.Failed(errorId));
        }
    }

    private Task HearAsync(MineWish? wish)
    {
        var wasOpen = _menu is not null;
        _menu = (wish as MineWish.Menu)?.Id;
        _answer = _answer is { IsBad: true } ? null : _answer; // was read by whoever goes on
        switch (wish)
        {
            case MineWish.Open open:
                return OpenAsync(open.Id, MineAsk.Nothing);
            case MineWish.CallBack call:
                return OpenAsync(call.Id, MineAsk.CallBack);
            case MineWish.Set set:
                return SetAsync(set.Id, set.Stand);
            case MineWish.Close when !wasOpen:
                _detail = null;
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    private async Task OpenAsync(Guid id, MineAsk ask)
    {
        if (ask == MineAsk.Time)
        {
            await Plan.GetAsync(_closing); // its suggestions are shown beside the free times
        }

        _detail = await Reader.FindAsync(_viewer!, id, _closing);
        _ask = ask;
        if (_detail is null)
        {
            Say(new DeskAnswer("refused", T.Sentence(Denial.NotFound), ""));
        }
    }

    private void Asking(MineAsk ask)
    {
        _ask = ask;
        StateHasChanged();
    }

    private Task SetAsync(Guid id, Stand stand)
    {
        if ((_sheet?.Find(id) ?? (_detail?.Booking.Id == id ? _detail.Booking : null)) is not { } booking)
        {
            Say(new DeskAnswer("refused", T.Sentence(Denial.NotFound), ""));
            return Task.CompletedTask;
        }

        switch (StandRules.Step(_viewer!, booking, stand, Clock.Now))
        {
            case StandStep.AskTime:
                return OpenAsync(id, MineAsk.Time);
            case StandStep.AskReason:
                return OpenAsync(id, MineAsk.Reason);
            case StandStep.SayOutcome say:
                return CarryOutAsync((command, actor) => new SetOutcome(command, actor, id, say.Outcome));
            case StandStep.SayConfirmed say:
                return CarryOutAsync((command, actor) => new Confirm(command, actor, id, say.IsConfirmed));
            case StandStep.EnterAgain:
                return CarryOutAsync((command, actor) => new Restore(command, actor, id));
            case StandStep.NotBefore:
                Say(new DeskAnswer("refused", T.Sentence(Denial.TooEarly), T["{0} beginnt {1}.", booking.CustomerName, T.When(booking.Slot, _frame!.Today)]));
                return Task.CompletedTask;
            case StandStep.NotAllowed:
                Say(new DeskAnswer("refused", T.Sentence(Denial.NotYours), ""));
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    /// <summary>What a form sends: a second press while it is on its way does nothing.</summary>
    private Task<IReadOnlyList<FieldError>> SendAsync(Func<Guid, Actor, BookingCommand> make) =>
        _busy ? Task.FromResult<IReadOnlyList<FieldError>>([]) : CarryOutAsync(make);

    /// <summary>Sends a command and shows the answer; fields that are wrong are told to the form. A second card may be dropped before the first has its answer.</summary>
    private async Task<IReadOnlyList<FieldError>> CarryOutAsync(Func<Guid, Actor, BookingCommand> make)
    {
        _busy = true;
        var command = make(Guid.CreateVersion7(), _actor);
        try
        {
            var answer = await Bookings.SendAsync(command, _closing);
            switch (answer)
            {
                case CommandAnswer.Invalid invalid:
                    return invalid.Errors;
                case CommandAnswer.Done done:
                    Take(done.Booking);
                    Say(T.Done(command, done.Booking, _frame!.Today) with
                    {
                        Undo = command is Undo or Restore ? null : new UndoOffer(command.CommandId, done.Booking.CustomerName, Clock.Now + UndoOffer.Window),
                    });
                    break;
                default:
                    Say(T.Refusing(answer));
                    break;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var errorId = ErrorIds.Next();
            LogChangingFailed(Logger, exception, errorId);
            Say(T.Failed(errorId));
        }
        finally
        {
            _busy = false;
            StateHasChanged();
        }

        return [];
    }

    /// <summary>Draws the appointment as the answer says it is; the event that tells of it finds nothing new.</summary>
    private void Take(BookingView booking)
    {
        _ask = MineAsk.Nothing;
        _sheet = _sheet?.With(booking);
        _detail = _detail?.Booking.Id == booking.Id ? _detail with { Booking = booking } : _detail;
        _frame = Frame();
        Show();
    }

    private Task UndoAsync()
    {
        if (_answer?.Undo is not { } undo)
        {
            return Task.CompletedTask;
        }

        _answer = null;
        return CarryOutAsync((command, actor) => new Undo(command, actor, undo.CommandId));
    }

    private void Dismiss()
    {
        _answer = null;
        StateHasChanged();
    }

    private void Say(DeskAnswer? answer)
    {
        _answer = answer;
        _undoEnds ??= Time.CreateTimer(static page => ((MyBookingsPage)page!).EndUndo(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _undoEnds.Change(answer is { IsBad: false } ? UndoOffer.Window : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void EndUndo() => _ = InvokeAsync(() =>
    {
        if (_answer is { IsBad: false } answer && (answer.Undo is not { } undo || undo.Until <= Clock.Now))
        {
            _answer = null;
            StateHasChanged();
        }
    });

    [LoggerMessage(LogLevel.Error, "Changing an appointment failed, error {ErrorId}")]
    private static partial void LogChangingFailed(ILogger logger, Exception exception, string errorId);
}
