using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <summary>The day's slots. Plain rows with one delegate each for the life of the list, so that a change sends only what differs.</summary>
public sealed partial class SlotList
{
    private readonly List<Action> _choose = [];
    private readonly List<Action> _chooseInstead = [];
    private Slot?[] _instead = [];
    private string[] _ends = [];
    private DayBoard? _known;
    private bool _changed;
    private (DayBoard Board, Slot? Chosen, bool CanBook)? _drawn;
    private int _nowBefore = -1;

    [Parameter, EditorRequired]
    public required DayBoard Board { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SlotFacts> Suggestions { get; set; }

    /// <summary>The slot the form is for.</summary>
    [Parameter]
    public Slot? Chosen { get; set; }

    /// <summary>Whether the person who looks books at all; others see the plan without buttons.</summary>
    [Parameter]
    public bool CanBook { get; set; }

    /// <summary>Takes the slot that was pressed. The same delegate for the life of the page.</summary>
    [Parameter, EditorRequired]
    public required Action<Slot> Choose { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    private string Zone => Clock.Zone.Id;

    protected override void OnParametersSet()
    {
        var shown = (Board, Chosen, CanBook);
        (_changed, _drawn) = (_drawn is { } before && before != shown, shown);
        if (ReferenceEquals(Board, _known))
        {
            return;
        }

        while (_choose.Count < Board.Slots.Count)
        {
            var index = _choose.Count;
            _choose.Add(() => Choose(Board.Slots[index].Slot));
            _chooseInstead.Add(() => Choose(_instead[index] ?? Board.Slots[index].Slot));
        }

        _known = Board;
        _instead = [.. Board.Slots.Select(Instead)];
        _ends = [.. Board.Slots.Select(row => OfficeDates.Clock(Clock.WallClock(row.Range.End).Time))];
        _nowBefore = Board.Day == Clock.Today ? Board.Slots.TakeWhile(row => row.State is SlotState.Past).Count() : -1;
    }

    protected override bool ShouldRender() => _changed;

    /// <summary>What a slot that cannot be booked offers: the nearest free one of the day, or else the best of the next days.</summary>
    private Slot? Instead(SlotRow row)
    {
        if (row.State is not (SlotState.Full or SlotState.Overbooked))
        {
            return null;
        }

        var near = Board.Slots.Where(other => other.CanBeBooked).MinBy(other => (other.Range.Start - row.Range.Start).Duration());
        return near?.Slot ?? (Suggestions.Count > 0 ? Suggestions[0].Slot : null);
    }
}
