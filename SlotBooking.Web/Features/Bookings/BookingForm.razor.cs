using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <summary>The desk: the chosen time, the customer, and one button that says what it does.</summary>
/// <remarks>Fields are ordinary inputs that tell the server what changed; draft.js keeps them over a reload, keys.js moves between them.</remarks>
public sealed partial class BookingForm : IDisposable
{
    private static readonly Potential[] Choices = [Potential.Normal, Potential.Top, Potential.Closer, Potential.WinBack];

    private readonly CancellationTokenSource _closed = new();
    private BookingInput _input = new();
    private IReadOnlyList<FieldError> _errors = [];
    private KnownCustomer? _known;
    private string? _duplicate;
    private Guid _command = Guid.CreateVersion7();
    private Guid? _bookedCommand;
    private bool _busy;
    private MarkupString _campaignOptions;
    private (SlotRow? Chosen, DeskAnswer? Answer, DateOnly Day, IReadOnlyList<string> Campaigns)? _drawn;
    private bool _changed;

    /// <summary>The day the page shows.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Day { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>The slot that is booked into; null before one is chosen.</summary>
    [Parameter, EditorRequired]
    public required SlotRow? Chosen { get; set; }

    /// <summary>Whose draft this is: another person in the same browser does not get it.</summary>
    [Parameter, EditorRequired]
    public required string Owner { get; set; }

    /// <summary>Campaigns of the last ninety days.</summary>
    [Parameter]
    public IReadOnlyList<string> Campaigns { get; set; } = [];

    [Parameter, EditorRequired]
    public required Action<Slot> Choose { get; set; }

    [Parameter, EditorRequired]
    public required Func<Task> Undo { get; set; }

    /// <summary>What the desk said last.</summary>
    [Parameter]
    public DeskAnswer? Answer { get; set; }

    /// <summary>Takes what the desk says next; the page keeps it, because other parts of it answer here too.</summary>
    [Parameter, EditorRequired]
    public required Action<DeskAnswer?> Answered { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private BookingService Bookings { get; set; } = default!;

    [Inject]
    private CustomerLookup Customers { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private ILogger<BookingForm> Logger { get; set; } = default!;

    private string SubmitText => this switch
    {
        { _busy: true } => T["Wird gebucht"],
        { _duplicate: not null } => T["Trotzdem buchen"],
        { Chosen: { } row } => T["{0} buchen", OfficeDates.Clock(row.Slot.Start)],
        _ => T["Buchen"],
    };

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnParametersSet()
    {
        var shown = (Chosen, Answer, Day, Campaigns);
        _changed |= _drawn is { } before && before != shown;
        if (!ReferenceEquals(_drawn?.Campaigns, Campaigns))
        {
            _campaignOptions = OptionList.Of(Campaigns);
        }

        _drawn = shown;
    }

    /// <summary>Draws after what happened here, and when a parameter shows something else; not for every change on the page.</summary>
    protected override bool ShouldRender()
    {
        var changed = _changed;
        _changed = false;
        return changed;
    }

    private async Task SubmitAsync()
    {
        _changed = true;
        if (_busy)
        {
            return;
        }

        _errors = [];
        if (Chosen is not { } row)
        {
            Answered(new DeskAnswer("refused", T["Wähle zuerst eine Zeit."], T["Mit einer Ziffer, einem Pfeil oder per Klick."]) { Reason = "none" });
            return;
        }

        _busy = true;
        try
        {
            var book = new Book(_command, await CurrentActor.GetAsync(), row.Slot, _input.ToEntry(), DespiteDuplicate: _duplicate is not null);
            Take(await Bookings.SendAsync(book, _closed.Token), row.Slot);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var errorId = ErrorIds.Next();
            LogFailed(Logger, exception, errorId);
            Answered(T.Failed(errorId));
        }
        finally
        {
            (_busy, _changed) = (false, true);
        }
    }

    private void Take(CommandAnswer answer, Slot slot)
    {
        _duplicate = null;
        switch (answer)
        {
            case CommandAnswer.Done done:
                var undo = new UndoOffer(_command, done.Booking.CustomerName, Clock.Now + UndoOffer.Window);
                Clear();
                _bookedCommand = undo.CommandId;
                Answered(new DeskAnswer("booked", done.Booking.CustomerName, T["gebucht, {0}", T.When(done.Booking.Slot, Today)])
                {
                    Slot = slot,
                    Undo = undo,
                });
                break;
            case CommandAnswer.Invalid invalid:
                _errors = invalid.Errors;
                Answered(null);
                break;
            case CommandAnswer.Duplicate { Existing: var open }:
                _duplicate = T["{0} hat schon einen offenen Termin: {1}, gelegt von {2}.", open.CustomerName, T.When(open.Slot, Today), open.AgentName];
                Answered(null);
                break;
            case CommandAnswer.Denied { Why: Denial.CommandIdTaken }:
                _command = Guid.CreateVersion7();
                Answered(T.Refusing(answer));
                break;
            default:
                Answered(T.Refusing(answer));
                break;
        }
    }

    /// <summary>An empty form for the next call, with a command of its own.</summary>
    private void Clear()
    {
        (_input, _errors, _known, _duplicate, _command, _changed) = (new(), [], null, null, Guid.CreateVersion7(), true);
    }

    private async Task LookUpAsync()
    {
        (_duplicate, _changed) = (null, true);
        var asked = (_input.Phone, _input.LastName, _input.FirstName);
        try
        {
            var known = await Customers.FindAsync(asked.Phone, asked.LastName, asked.FirstName, _closed.Token);
            if (asked == (_input.Phone, _input.LastName, _input.FirstName))
            {
                (_known, _changed) = (known, true);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Recognising a customer is a help; without it the booking goes on.
            LogLookupFailed(Logger, exception);
        }
    }

    private void TakeOver()
    {
        if (_known is { } known)
        {
            (_input.LastName, _input.FirstName) = (known.LastName, known.FirstName);
            _input.Phone = _input.Phone.Length > 0 ? _input.Phone : known.Phone ?? "";
            _input.Email = _input.Email.Length > 0 ? _input.Email : known.Email ?? "";
            _changed = true;
        }
    }

    private void ChoosePotential(ChangeEventArgs change) => _input.Potential = change.Value as string ?? "normal";

    /// <summary>A draft that was put back brings the command it was sent with, so that sending it again makes no second booking.</summary>
    private void AdoptCommand(ChangeEventArgs change)
    {
        if (Guid.TryParse(change.Value as string, out var command) && command != Guid.Empty)
        {
            _command = command;
        }
    }

    private void AdoptSlot(ChangeEventArgs change)
    {
        if (Slot.TryParse(change.Value as string, out var slot))
        {
            Choose(slot);
        }
    }

    [LoggerMessage(LogLevel.Error, "A booking failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);

    [LoggerMessage(LogLevel.Warning, "Looking up a customer failed")]
    private static partial void LogLookupFailed(ILogger logger, Exception exception);
}
