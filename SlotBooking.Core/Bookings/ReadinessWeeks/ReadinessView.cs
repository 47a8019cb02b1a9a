using SlotBooking.Core.Availability;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings.ReadinessWeeks;

/// <summary>Says of each slot how it looks for one consultant. No I/O.</summary>
internal sealed class ReadinessView(
    OfficeSettings settings, OfficeClock clock, Guid consultantId, bool isFullTime, IReadOnlySet<Slot> ready, IReadOnlyList<BusyItem> items)
{
    private readonly DateTimeOffset _now = clock.Now;
    private readonly DateOnly _lastFromCalendars = settings.Horizon.LastGeneratedDay(clock.Today);

    /// <summary>The cell of one slot of the grid.</summary>
    public ReadinessCell Cell(SlotDetail detail)
    {
        var facts = detail.Facts;
        var (state, reason) = StateOf(facts);
        var isReady = state == ReadinessState.Staffing
            ? isFullTime && facts.FromStaffing && settings.Readiness.Allows(consultantId, facts.Slot)
            : ready.Contains(facts.Slot);
        return new ReadinessCell(facts.Slot, isReady, state, reason, facts.Taken, facts.Capacity, detail.PlacesPerConsultant);
    }

    private (ReadinessState State, string? Reason) StateOf(SlotFacts facts) => facts switch
    {
        _ when facts.Range.Start <= _now => (ReadinessState.Past, null),
        { BlockedBy: { } reason } => (ReadinessState.Blocked, reason),
        _ when facts.FromStaffing || facts.Slot.Day > _lastFromCalendars => (ReadinessState.Staffing, null),
        _ when !settings.Readiness.Allows(consultantId, facts.Slot) => (ReadinessState.Restricted, null),
        _ when InTheWay(facts.Range) is { } item => (ReadinessState.Busy, item.Title),
        _ => (ReadinessState.Open, null),
    };

    private BusyItem? InTheWay(TimeRange range)
    {
        foreach (var item in items)
        {
            if (item.Blocks && item.Range.Overlaps(range) && !settings.Readiness.IsReadyTitle(item.Title))
            {
                return item;
            }
        }

        return null;
    }
}
