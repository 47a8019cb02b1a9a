using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Shared;

/// <summary>Where a booking moves to: whose wish it is, a day, and a free time that is taken by pressing it.</summary>
public sealed partial class MovePanel : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly List<Func<Task>> _take = [];
    private readonly List<Func<Task>> _takeSuggestion = [];
    private IReadOnlyList<SlotRow> _free = [];
    private IReadOnlyList<SlotFacts> _offered = [];
    private DateOnly _day;
    private bool _byUs;

    [Parameter, EditorRequired]
    public required BookingView Booking { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SlotFacts> Suggestions { get; set; }

    [Parameter, EditorRequired]
    public required Func<Slot, MoveReason, Task> Move { get; set; }

    [Parameter, EditorRequired]
    public required Action Close { get; set; }

    /// <summary>True while the move is on its way: a second press does nothing.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private PlanCache Plan { get; set; } = default!;

    private MoveReason Reason => _byUs ? MoveReason.Us : MoveReason.Customer;

    protected override Task OnInitializedAsync() => ShowAsync(Booking.Slot.Day < Today ? Today : Booking.Slot.Day);

    protected override void OnParametersSet()
    {
        _offered = [.. Suggestions.Where(slot => slot.Slot != Booking.Slot)];
        while (_takeSuggestion.Count < _offered.Count)
        {
            var index = _takeSuggestion.Count;
            _takeSuggestion.Add(() => index < _offered.Count ? Move(_offered[index].Slot, Reason) : Task.CompletedTask);
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private Task PickDayAsync(ChangeEventArgs change) =>
        DateOnly.TryParseExact(change.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? ShowAsync(day)
            : Task.CompletedTask;

    private async Task ShowAsync(DateOnly day)
    {
        _day = day;
        var board = await Plan.GetDayAsync(day, _closed.Token);
        if (day != _day)
        {
            return; // another day was picked meanwhile
        }

        _free = [.. board.Slots.Where(row => row.CanBeBooked && row.Slot != Booking.Slot)];
        while (_take.Count < _free.Count)
        {
            var index = _take.Count;
            _take.Add(() => index < _free.Count ? Move(_free[index].Slot, Reason) : Task.CompletedTask);
        }
    }

    private void ChooseCustomer() => _byUs = false;

    private void ChooseUs() => _byUs = true;
}
