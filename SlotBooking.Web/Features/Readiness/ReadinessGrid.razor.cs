using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings.ReadinessWeeks;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Readiness;

/// <summary>The week as switches: rows are times, columns are days. Arrows move between them (js/cells.js).</summary>
public sealed partial class ReadinessGrid
{
    private readonly Dictionary<Slot, Func<Task>> _handlers = [];

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required ReadinessWeek Week { get; set; }

    /// <summary>The office's day.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>False while nothing can be changed at all.</summary>
    [Parameter, EditorRequired]
    public required bool CanChange { get; set; }

    /// <summary>Called with the slot that was switched.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<Slot> Toggle { get; set; }

    /// <summary>One delegate a slot, kept, so that drawing anew sends only what differs.</summary>
    private Func<Task> Handler(Slot slot)
    {
        if (!_handlers.TryGetValue(slot, out var handler))
        {
            _handlers[slot] = handler = () => CanChange ? Toggle.InvokeAsync(slot) : Task.CompletedTask;
        }

        return handler;
    }

    private static Glyph Icon(ReadinessCell cell) => cell switch
    {
        { State: ReadinessState.Blocked } => Glyph.Block,
        { State: ReadinessState.Busy } => Glyph.EventBusy,
        { State: ReadinessState.Staffing, IsReady: true } => Glyph.GroupsFilled,
        { State: ReadinessState.Staffing } => Glyph.Groups,
        { State: ReadinessState.Restricted } => Glyph.DoNotDisturbOn,
        { IsReady: true } => Glyph.CheckCircleFilled,
        _ => Glyph.RadioButtonUnchecked,
    };

    private string Word(ReadinessCell cell) => cell switch
    {
        { State: ReadinessState.Past, IsReady: true } => T["war bereit"],
        { State: ReadinessState.Past } => T["vorbei"],
        { State: ReadinessState.Blocked } => cell.Reason ?? T["gesperrt"],
        { State: ReadinessState.Busy } => T["belegt"],
        { State: ReadinessState.Restricted } => T["nie um diese Zeit"],
        { State: ReadinessState.Staffing, IsReady: true } => T["Standardbesetzung"],
        { State: ReadinessState.Staffing } => T["noch offen"],
        { IsReady: true } => T["bereit"],
        _ => T["nicht bereit"],
    };

    private string Name(ReadinessCell cell, string word)
    {
        var when = OfficeDates.Narrow(cell.Slot.Day, cell.Slot.Start);
        return cell.Taken > 0 ? T["{0}: {1}, {2} von {3} Plätzen vergeben", when, word, cell.Taken, cell.Capacity] : $"{when}: {word}";
    }
}
