using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Availability;

/// <summary>What has to change so that the stored readiness is what the calendars say. Pure.</summary>
/// <param name="Added">Rows that are missing.</param>
/// <param name="Removed">Rows that no longer hold.</param>
/// <param name="Window">The window to be stored; null when it stands already.</param>
/// <param name="ChangedDays">The days whose boards change, rising.</param>
internal sealed record AvailabilityPlan(
    IReadOnlyList<ReadySlot> Added, IReadOnlyList<ReadySlot> Removed, AvailabilityWindow? Window, IReadOnlyList<DateOnly> ChangedDays)
{
    /// <summary>True when everything stands as it should.</summary>
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0 && Window is null;

    /// <summary>Compares what is with what should be.</summary>
    /// <remarks>A calendar that was never read changes nothing, and a slot that has begun loses nobody: what took place stays known.</remarks>
    public static AvailabilityPlan Of(AvailabilityFacts facts, bool withWindow)
    {
        var added = new List<ReadySlot>();
        var removed = new List<ReadySlot>();
        var begun = facts.Slots.Where(s => s.Range.Start <= facts.Now).Select(s => s.Slot).ToHashSet();
        var existing = facts.Existing.ToLookup(row => row.ConsultantId);
        foreach (var (consultant, wasRead, items) in facts.Consultants)
        {
            if (consultant.IsActive && !wasRead)
            {
                continue;
            }

            IReadOnlyList<Slot> ready = consultant.IsActive
                ? Readiness.SlotsReady(facts.Slots, items, facts.Settings.Readiness, consultant.Id)
                : [];
            var wanted = ready.ToHashSet();
            foreach (var row in existing[consultant.Id])
            {
                var slot = new Slot(row.Day, row.Start);
                if (!wanted.Remove(slot) && !begun.Contains(slot))
                {
                    removed.Add(row);
                }
            }

            added.AddRange(wanted.Select(slot => new ReadySlot { Day = slot.Day, Start = slot.Start, ConsultantId = consultant.Id }));
        }

        var window = withWindow ? WindowChange(facts) : null;
        var days = added.Concat(removed).Select(row => row.Day).Concat(window is null ? [] : DaysGained(facts.Window, window));
        return new AvailabilityPlan(added, removed, window, [.. days.Distinct().Order()]);
    }

    private static AvailabilityWindow? WindowChange(AvailabilityFacts facts)
    {
        var through = facts.Settings.Horizon.LastGeneratedDay(facts.Today);
        return facts.Window is { } known && known.First == facts.Today && known.Through == through
            ? null
            : new AvailabilityWindow { First = facts.Today, Through = through };
    }

    /// <summary>The days that the standard staffing spoke for until now, or speaks for from now on.</summary>
    private static IEnumerable<DateOnly> DaysGained(AvailabilityWindow? before, AvailabilityWindow after)
    {
        var known = before?.Through ?? after.First.AddDays(-1);
        var (from, to) = known < after.Through ? (known, after.Through) : (after.Through, known);
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
