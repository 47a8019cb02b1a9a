using SlotBooking.Core.Availability;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Everything about some slots, asked together with what else a batch of commands needs.</summary>
/// <remarks>The slots may stand outside the grid. Says the same as <see cref="SlotFactsReader"/> does of whole days.</remarks>
internal sealed class SlotQuestion
{
    private readonly IReadOnlyCollection<Slot> _slots;
    private readonly PlannerQuestion _planner;
    private readonly List<(Slot Slot, Guid ConsultantId)> _ready;
    private readonly List<(Slot Slot, int Number)> _sold;
    private readonly List<CentralTaking> _takings;

    /// <summary>Locks the slots, then asks.</summary>
    public SlotQuestion(RoundTrip trip, IReadOnlyCollection<Slot> slots)
    {
        _slots = slots;
        var rows = new SlotRows(trip, slots);
        rows.Lock();
        _ready = rows.AskReady();
        _sold = rows.AskSold();
        var days = slots.Select(s => s.Day).DefaultIfEmpty().ToHashSet();
        _takings = trip.Ask(
            $"""SELECT t."EventId", t."Day", t."StartsAt", t."EndsAt", t."Places" FROM {trip.Find(trip.Each(days), "central_takings", "t", "t.\"Day\" = wanted.value")}""",
            reader => new CentralTaking
            {
                EventId = reader.GetString(0),
                Day = reader.GetFieldValue<DateOnly>(1),
                StartsAt = trip.Instant(reader, 2),
                EndsAt = trip.Instant(reader, 3),
                Places = reader.GetInt32(4),
            });
        _planner = new PlannerQuestion(trip, days.Min(), days.Max());
    }

    /// <summary>What the answers say, by the settings given.</summary>
    public IReadOnlyDictionary<Slot, SlotDetail> Details(OfficeSettings office, OfficeClock clock)
    {
        var plan = _planner.Planner(office, clock);
        var ready = _ready.ToLookup(r => r.Slot, r => r.ConsultantId);
        var sold = _sold.ToLookup(p => p.Slot, p => p.Number);
        var takings = _takings.ToLookup(t => t.Day);
        return _slots.ToDictionary(
            slot => slot,
            slot => plan.Detail(slot, ready[slot], [.. sold[slot].Order()], [.. takings[slot.Day]]));
    }
}
