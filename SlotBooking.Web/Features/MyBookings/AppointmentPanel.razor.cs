using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>One appointment on the right of the page, on phones from below: what is known, where it stands, and what can be done.</summary>
public sealed partial class AppointmentPanel
{
    private readonly Func<Slot, MoveReason, Task> _move;
    private readonly Func<string, Task> _cancel;
    private readonly Func<string?, DateOnly?, Task> _note;
    private readonly Func<Task> _putOff;
    private readonly Action _close;
    private IReadOnlyList<(Stand Stand, StandStep Step)> _choices = [];
    private DateTimeOffset? _from;
    private string? _error;
    private MineAsk _asked;

    public AppointmentPanel() => (_move, _cancel, _note, _putOff, _close) = (MoveAsync, CancelAsync, NoteAsync, PutOffAsync, Close);

    [Parameter, EditorRequired]
    public required MineFrame Frame { get; set; }

    [Parameter, EditorRequired]
    public required AppointmentDetail Detail { get; set; }

    /// <summary>Which form is open.</summary>
    [Parameter, EditorRequired]
    public required MineAsk Ask { get; set; }

    /// <summary>Free slots to move to, best first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<SlotFacts> Suggestions { get; set; }

    /// <summary>True while a command is on its way: a second press does nothing.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>Sends a command; answers which fields are wrong.</summary>
    [Parameter, EditorRequired]
    public required Func<Func<Guid, Actor, BookingCommand>, Task<IReadOnlyList<FieldError>>> Send { get; set; }

    /// <summary>Opens another form, or none.</summary>
    [Parameter, EditorRequired]
    public required Action<MineAsk> Asking { get; set; }

    private Guid Id => Detail.Booking.Id;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _choices = [.. Enum.GetValues<Stand>().Select(stand => (stand, StandRules.Step(Frame.Viewer, Detail.Booking, stand, Frame.Now)))];
        _from = _choices.Select(choice => choice.Step).OfType<StandStep.NotBefore>().FirstOrDefault()?.From;
        if (_asked != Ask)
        {
            (_asked, _error) = (Ask, null);
        }
    }

    private void Close() => Asking(MineAsk.Nothing);

    private Task MoveAsync(Slot to, MoveReason reason) => SendAsync((command, actor) => new Move(command, actor, Id, to, reason));

    private Task CancelAsync(string reason) => SendAsync((command, actor) => new Cancel(command, actor, Id, reason));

    private Task NoteAsync(string? note, DateOnly? on) => SendAsync((command, actor) => new NoteCallBack(command, actor, Id, note, on));

    private Task PutOffAsync() => SendAsync((command, actor) => new SetOutcome(command, actor, Id, BookingStatus.Rescheduled));

    private async Task SendAsync(Func<Guid, Actor, BookingCommand> make)
    {
        var errors = await Send(make);
        _error = errors.Count == 0 ? null : T.Sentence(errors[0]);
        StateHasChanged();
    }
}
