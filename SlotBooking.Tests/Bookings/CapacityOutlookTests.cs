using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Availability;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings;

public sealed class CapacityOutlookTests
{
    private static readonly Slot Eleven = Slot.Parse("2026-11-24 11:00");

    [Fact]
    public void Fewer_places_overbook_the_slots_that_have_more_customers_than_would_fit()
    {
        var ahead = new[] { Facts(taken: 8), Facts(taken: 6), Facts(taken: 9) };

        Assert.Equal([8], CapacityOutlook.Overbooked(ahead, new CapacityRules { PlacesPerConsultant = 3 }).Select(f => f.Taken)); // 9 of 8 is overbooked already
        Assert.Empty(CapacityOutlook.Overbooked(ahead, new CapacityRules().With(DayOfWeek.Monday, Eleven.Start, 1)));
    }

    [Fact]
    public async Task The_history_tells_who_changed_what_newest_first()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var admin = await office.AddAccountAsync("admin", Roles.Admin);
        var store = office.Get<SettingsStore>();
        await store.ChangeAsync(AvailabilitySections.CapacitySection, s => s with { PlacesPerConsultant = 5 }, admin, default);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await store.ChangeAsync(AvailabilitySections.CapacitySection, s => s.With(DayOfWeek.Friday, new(9, 0), 2), admin, default);

        var history = await office.Get<CapacityOutlook>().HistoryAsync(default);

        Assert.Equal(["admin", "admin"], history.Select(h => h.Author));
        Assert.Equal((5, 2), (history[0].Before.PlacesPerConsultant, history[0].After.PlacesFor(Slot.Parse("2026-11-27 09:00"))));
        Assert.Equal((4, 5), (history[1].Before.PlacesPerConsultant, history[1].After.PlacesPerConsultant));
    }

    [Fact]
    public async Task Ahead_are_the_slots_until_the_horizon_that_are_not_blocked()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);

        var ahead = await office.Get<CapacityOutlook>().AheadAsync(default);

        Assert.Equal((Slot.Parse("2026-11-23 11:00"), Slot.Parse("2027-02-15 20:00")), (ahead.Min(f => f.Slot), ahead.Max(f => f.Slot)));
        Assert.DoesNotContain(ahead, f => f.Slot.Day == new DateOnly(2026, 12, 25));
    }

    private static SlotFacts Facts(int taken)
    {
        var start = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
        return new SlotFacts(Eleven, new TimeRange(start, start.AddHours(2)), InGrid: true, BlockedBy: null, Capacity: 8, taken, ReadyCount: 2, FromStaffing: false);
    }
}
