using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <content>Choosing a slot, and what the desk says.</content>
public sealed partial class DayPage
{
    // Made once: a delegate that is new at each drawing would send every row again.
    private readonly Action<Slot> _choose;
    private readonly Action<DeskAnswer?> _answered;
    private readonly Func<Task> _undo;
    private ITimer? _undoEnds;

    [Inject]
    private BookingService Bookings { get; set; } = default!;

    [Inject]
    private ILogger<DayPage> Logger { get; set; } = default!;

    private void Choose(Slot slot)
    {
        _chosen = slot;
        if (slot.Day != _day)
        {
            Links.NavigateTo(Address(slot.Day));
        }

        StateHasChanged();
    }

    private void Take(DeskAnswer? answer)
    {
        _answer = answer;
        if (answer is { Outcome: "booked" })
        {
            _chosen = null;
        }

        if (answer?.Undo is { } undo)
        {
            _undoEnds ??= Time.CreateTimer(static page => ((DayPage)page!).EndUndo(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _undoEnds.Change(undo.Until - Clock.Now, Timeout.InfiniteTimeSpan);
        }

        StateHasChanged();
    }

    private void EndUndo() => _ = InvokeAsync(() =>
    {
        if (_answer is { Undo: { } undo } && undo.Until <= Clock.Now)
        {
            _answer = _answer with { Undo = null };
            StateHasChanged();
        }
    });

    private async Task UndoAsync()
    {
        if (_answer?.Undo is not { } undo)
        {
            return;
        }

        _answer = _answer with { Undo = null };
        try
        {
            var answer = await Bookings.SendAsync(new Undo(Guid.CreateVersion7(), await CurrentActor.GetAsync(), undo.CommandId), _closing);
            Take(answer is CommandAnswer.Done { Booking: var booking }
                ? new DeskAnswer("undone", undo.Name, booking.Status.HoldsPlace() ? T["steht wieder: {0}", T.When(booking.Slot, _today)] : T["nicht gebucht, der Platz ist wieder frei"])
                : T.Refusing(answer));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var errorId = ErrorIds.Next();
            LogUndoFailed(Logger, exception, errorId);
            Take(T.Failed(errorId));
        }
    }

    [LoggerMessage(LogLevel.Error, "Taking a command back failed, error {ErrorId}")]
    private static partial void LogUndoFailed(ILogger logger, Exception exception, string errorId);
}
