using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <summary>Up to five slots with free places, best first. Drawn only when they changed.</summary>
public sealed partial class SuggestionBar
{
    private readonly List<Action> _choose = [];
    private (IReadOnlyList<SlotFacts> Slots, DateOnly Today)? _drawn;
    private bool _changed;

    [Parameter, EditorRequired]
    public required IReadOnlyList<SlotFacts> Slots { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Takes the slot that was pressed. The same delegate for the life of the page.</summary>
    [Parameter, EditorRequired]
    public required Action<Slot> Choose { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    protected override void OnParametersSet()
    {
        _changed = _drawn is { } before && !(before.Today == Today && before.Slots.SequenceEqual(Slots));
        _drawn = (Slots, Today);
        while (_choose.Count < Slots.Count)
        {
            var index = _choose.Count;
            _choose.Add(() => Choose(Slots[index].Slot));
        }
    }

    protected override bool ShouldRender() => _changed;

    private string Name(Slot slot) => slot.Day == Today
        ? T["Heute, {0}", OfficeDates.Clock(slot.Start)]
        : OfficeDates.Narrow(slot.Day, slot.Start);
}
