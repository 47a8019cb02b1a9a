using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Availability;

public sealed class AvailabilityWatcherTests
{
    [Fact]
    public async Task The_first_day_a_changed_calendar_and_a_changed_setting_are_worked_out_at_once()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        using var watcher = ActivatorUtilities.CreateInstance<AvailabilityWatcher>(office.Data.Provider);
        await watcher.StartAsync(default);
        await Eventually.HoldsAsync(async () => await office.CountAsync<AvailabilityWindow>() == 1, "the first day is worked out");

        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday.AddDays(1), 11, 13)), ("frei", office.Hours(AnOffice.Monday.AddDays(1), 14, 16)));
        await TellAsync(office, new OfficeEvent { Kind = EventKinds.ConsultantCalendarChanged, At = AnOffice.MondayMorning, Detail = CalendarEvents.ForConsultant(jonas.Id) });
        await Eventually.HoldsAsync(async () => (await office.ReadyAsync(jonas)).Count == 1, "the calendar's change counts");

        // The opaque appointment „frei“ counts as readiness once its title is one of those that declare it.
        Assert.Empty(await office.Get<SettingsStore>().ChangeAsync(
            AvailabilitySections.ReadinessSection, s => s with { Titles = ["T1-bereit", "frei"] }, Actor.System, default));
        await Eventually.HoldsAsync(async () => (await office.ReadyAsync(jonas)).Contains("2026-11-24 14:00"), "the setting's change counts");
        Assert.Contains(new Slot(new(2026, 11, 24), new(14, 0)).ToString(), await File.ReadAllTextAsync(office.File), StringComparison.Ordinal);
        await watcher.StopAsync(default);
    }

    private static Task TellAsync(AnOffice office, OfficeEvent item) =>
        office.Data.Database.WriteAsync(db => db.Events.AddAsync(item).AsTask(), default);
}
