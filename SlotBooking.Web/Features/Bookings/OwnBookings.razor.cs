using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <summary>What the person who looks has booked, with cancel and move in the row itself: no dialog covers the form.</summary>
public sealed partial class OwnBookings : IDisposable
{
    private const int ShownAtFirst = 10;
    private static readonly ConcurrentDictionary<(string Kind, string Culture), MarkupString> Buttons = new();
    private static readonly ConcurrentDictionary<(string Mark, string Culture), MarkupString> Labels = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly Action _close;
    private readonly Func<Slot, MoveReason, Task> _moveTo;
    private readonly Func<string, Task> _cancel;
    private IReadOnlyList<BookingView> _rows = [];
    private Guid? _open;
    private int _shown = ShownAtFirst;
    private bool _isMove;
    private bool _busy;
    private bool _changed;
    private string? _reasonError;
    private Guid _command;
    private (IReadOnlyList<BookingView> Bookings, DateOnly Today)? _drawn;

    public OwnBookings() => (_close, _moveTo, _cancel) = (Close, MoveAsync, CancelAsync);

    [Parameter, EditorRequired]
    public required IReadOnlyList<BookingView> Bookings { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SlotFacts> Suggestions { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Who looks: an admin also sees what was deleted in the calendar of others' bookings.</summary>
    [Parameter]
    public Guid? Me { get; set; }

    /// <summary>Takes what the desk says next.</summary>
    [Parameter, EditorRequired]
    public required Action<DeskAnswer?> Answered { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private BookingService Desk { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private ILogger<OwnBookings> Logger { get; set; } = default!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnParametersSet()
    {
        var shown = (Bookings, Today);
        _changed |= _drawn is { } before && before != shown;
        if (_drawn != shown)
        {
            _rows = [.. Bookings.OrderByDescending(CanRestore)]; // what waits for a decision is never behind „Alle zeigen“
        }

        _drawn = shown;
    }

    /// <summary>Draws when the list is another one or something was opened here; not for every change of the plan.</summary>
    protected override bool ShouldRender()
    {
        var changed = _changed;
        _changed = false;
        return changed;
    }

    private Task ActAsync(RowActEventArgs pressed)
    {
        if (Guid.TryParse(pressed.Id, out var id) && Bookings.Any(booking => booking.Id == id))
        {
            switch (pressed.Act)
            {
                case "move" or "cancel":
                    Open(id, isMove: pressed.Act == "move");
                    break;
                case "restore":
                    return RestoreAsync(id);
            }
        }

        return Task.CompletedTask;
    }

    private void ShowAll() => (_shown, _changed) = (int.MaxValue, true);

    /// <summary>The buttons of a row, the same piece of markup on all pages.</summary>
    private MarkupString? Acts(BookingView booking) =>
        CanRestore(booking) ? Markup("restore") : CanChange(booking) ? Markup("change") : null;

    private MarkupString Markup(string kind) => Buttons.GetOrAdd(
        (kind, CultureInfo.CurrentUICulture.Name),
        _ => new MarkupString(kind == "restore"
            ? $"<button class=\"btn s\" data-act=\"restore\" data-testid=\"own-restore\">{Assets.Icon(Glyph.Undo, "s")}{T["Wieder eintragen"]}</button>"
            : Button("move", Glyph.EventRepeat, T["Verschieben"]) + Button("cancel", Glyph.EventBusy, T["Absagen"])));

    private string Button(string act, Glyph icon, string name) =>
        $"<button class=\"icon-btn\" data-act=\"{act}\" data-testid=\"own-{act}\" title=\"{name}\" aria-label=\"{name}\">{Assets.Icon(icon)}</button>";

    private void Open(Guid id, bool isMove)
    {
        var same = _open == id && _isMove == isMove;
        (_open, _isMove, _command) = (same ? null : id, isMove, Guid.CreateVersion7());
        (_reasonError, _changed) = (null, true);
    }

    private void Close()
    {
        (_open, _changed) = (null, true);
        StateHasChanged();
    }

    private Task RestoreAsync(Guid id) => SendAsync(
        Guid.CreateVersion7(), actor => new Restore(_command, actor, id), done => T["steht wieder: {0}", T.When(done.Booking.Slot, Today)], "undone");

    private Task CancelAsync(string reason) => _open is { } id
        ? SendAsync(_command, actor => new Cancel(_command, actor, id, reason), done => T["abgesagt, der Platz ist frei"], "cancelled")
        : Task.CompletedTask;

    private Task MoveAsync(Slot to, MoveReason reason) => _open is { } id
        ? SendAsync(_command, actor => new Move(_command, actor, id, to, reason), done => T["verschoben auf {0}", T.When(done.Booking.Slot, Today)], "moved")
        : Task.CompletedTask;

    private async Task SendAsync(
        Guid commandId, Func<SlotBooking.Core.Accounts.Actor, BookingCommand> command, Func<CommandAnswer.Done, string> words, string outcome)
    {
        if (_busy)
        {
            return;
        }

        (_busy, _changed, _command) = (true, true, commandId);
        try
        {
            var answer = await Desk.SendAsync(command(await CurrentActor.GetAsync()), _closed.Token);
            switch (answer)
            {
                case CommandAnswer.Done done:
                    _open = null;
                    Answered(new DeskAnswer(outcome, done.Booking.CustomerName, words(done))
                    {
                        Slot = done.Booking.Slot,
                        Undo = outcome == "undone" ? null : new UndoOffer(_command, done.Booking.CustomerName, Clock.Now + UndoOffer.Window),
                    });
                    break;
                case CommandAnswer.Invalid invalid:
                    _reasonError = T.Sentence(invalid.Errors[0]);
                    break;
                default:
                    Answered(T.Refusing(answer));
                    break;
            }
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
            StateHasChanged();
        }
    }

    private string Count() => Bookings.Count(booking => booking.BookedOn == Today && IsMine(booking)) is var count && count == 1
        ? T["1 heute gebucht"]
        : T["{0} heute gebucht", count];

    private string BookedAt(BookingView booking)
    {
        var (day, time) = Clock.WallClock(booking.BookedAt);
        return day == Today ? OfficeDates.Clock(time) : day.ToString("d'.'M'.'", CultureInfo.InvariantCulture);
    }

    private bool IsMine(BookingView booking) => Me is null || booking.AgentId == Me;

    private bool CanRestore(BookingView booking) => booking is { CancelledInCalendar: true, Status: BookingStatus.Cancelled } && booking.StartsAt > Clock.Now;

    private bool CanChange(BookingView booking) => booking.Status is BookingStatus.Open && booking.StartsAt > Clock.Now;

    /// <summary>Gets the code that day.css colours, and icon and name as one piece of markup that all pages share.</summary>
    private (string Mark, MarkupString Label) State(BookingView booking)
    {
        var stand = Stands.Of(booking);
        var isDeleted = stand == Stand.Cancelled && booking.CancelledInCalendar;
        var mark = isDeleted ? "deleted" : stand.Code();
        return (mark, Labels.GetOrAdd(
            (mark, CultureInfo.CurrentUICulture.Name),
            _ => new MarkupString($"{Assets.Icon(stand.Icon())}{(isDeleted ? T["im Kalender gelöscht"] : T.Name(stand))}")));
    }

    [LoggerMessage(LogLevel.Error, "Changing a booking failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);
}
