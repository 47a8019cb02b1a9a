using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Availability;

public sealed class ReadinessWindowTests
{
    private static readonly DateOnly First = new(2026, 10, 19);
    private static readonly ReadinessRules Rules = new();

    // Half hours from the Monday before the clocks change, so that events begin and end where slots do.
    private static readonly Gen<BusyItem> Items = Gen.Choose(0, 10 * 48).SelectMany(start => Gen.Choose(0, 20).SelectMany(length =>
        Gen.Elements("T1-bereit", "T1 BEREIT", "Zahnarzt", "Muster, Max").SelectMany(title => Gen.Choose(0, 31).Select(flags =>
        {
            var from = Berlin.At(First, 0).AddMinutes(30 * start);
            return new BusyItem(
                title, new(from, from.AddMinutes(30 * length)), flags == 1, flags is 2 or 3, flags == 4, flags == 5);
        }))));

    [Fact]
    public void The_whole_window_says_the_same_as_slot_by_slot() =>
        Prop.ForAll(Items.ListOf().ToArbitrary(), Gen.Choose(0, 600).ToArbitrary(), (items, seed) =>
        {
            var slots = SlotGrid.Default.SlotsBetween(First, First.AddDays(9), Berlin.Clock).ToArray();
            new Random(seed).Shuffle(slots);
            var slow = slots.Where(s => Readiness.IsReady(s.Range, [.. items], Rules)).Select(s => s.Slot);
            return Readiness.SlotsReady(slots, [.. items], Rules, Guid.Empty).SequenceEqual(slow);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_further_appointment_never_makes_anybody_ready() =>
        Prop.ForAll(Items.ListOf().ToArbitrary(), Items.Where(item => !Rules.IsReadyTitle(item.Title)).ToArbitrary(), (items, further) =>
        {
            var slots = SlotGrid.Default.SlotsBetween(First, First.AddDays(9), Berlin.Clock);
            var before = Readiness.SlotsReady(slots, [.. items], Rules, Guid.Empty);
            return !Readiness.SlotsReady(slots, [.. items, further], Rules, Guid.Empty).Except(before).Any();
        }).CheckSeeded();

    [Fact]
    public void Eight_consultants_eight_weeks_and_five_thousand_events_take_no_noticeable_time()
    {
        var slots = SlotGrid.Default.SlotsBetween(First, First.AddDays(55), Berlin.Clock);
        var calendars = Enumerable.Range(0, 8).Select(consultant => EventsOf(consultant, slots)).ToArray();
        Assert.InRange(calendars.Sum(c => c.Length), 5_000, 6_000);
        Compute(); // warm

        var watch = Stopwatch.StartNew();
        var ready = Compute();

        Assert.True(watch.Elapsed < Deadline.OfSeconds(2), $"took {watch.Elapsed}");
        Assert.InRange(ready, 1, 8 * slots.Count);

        int Compute() => calendars.Sum(calendar => Readiness.SlotsReady(slots, calendar, Rules, Guid.Empty).Count);
    }

    private static BusyItem[] EventsOf(int seed, IReadOnlyList<TimedSlot> slots)
    {
        var random = new Random(seed);
        var ready = slots.Select(slot => new BusyItem("T1-bereit", slot.Range));
        var busy = Enumerable.Range(0, 450).Select(_ =>
        {
            var start = Berlin.At(First, 0).AddMinutes(15 * random.Next(56 * 96));
            return new BusyItem("Zahnarzt", new(start, start.AddMinutes(30)));
        });
        return [.. ready, .. busy];
    }
}
