using SlotBooking.Core.Availability;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Demo;

/// <summary>Invents when the demo consultants are ready: full-time ones nearly always, the others on their days.</summary>
internal sealed class DemoReadiness(Random random, OfficeSettings settings, OfficeClock clock)
{
    /// <summary>The slots of some days in which each consultant declares readiness.</summary>
    public IReadOnlyList<(Consultant Consultant, TimedSlot Slot)> Between(IReadOnlyList<Consultant> consultants, DateOnly first, DateOnly last)
    {
        var slots = settings.Grid.SlotsBetween(first, last, clock)
            .Where(s => WorkingDays.IsWorkingDay(s.Slot.Day, settings.State)).ToList();
        return
        [
            .. consultants.SelectMany((consultant, index) => slots
                .Where(s => IsReady(consultant, index, s.Slot))
                .Select(s => (consultant, s))),
        ];
    }

    private bool IsReady(Consultant consultant, int index, Slot slot)
    {
        var luck = random.NextDouble();
        if (consultant.IsFullTime)
        {
            return luck < 0.94 && !IsAfternoonOff(index, slot);
        }

        // Part-time: three days of the week each, and late slots or early ones.
        var worksToday = ((int)slot.Day.DayOfWeek + index) % 5 < 3;
        var prefersLate = index % 2 == 0;
        return worksToday && (slot.Start.Hour >= 16) == prefersLate ? luck < 0.85 : luck < 0.12;
    }

    /// <summary>Once a week, each on another day: nobody is ready all the time.</summary>
    private static bool IsAfternoonOff(int index, Slot slot) =>
        slot.Start.Hour == 14 && (int)slot.Day.DayOfWeek == 1 + ((IsoWeek.Of(slot.Day).Week + index) % 5);
}
