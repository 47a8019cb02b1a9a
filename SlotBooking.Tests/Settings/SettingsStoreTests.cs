using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Settings;

public sealed class SettingsStoreTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changes_of_the_same_moment_all_stand_and_are_all_seen(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 1);
        var store = office.Get<SettingsStore>();
        var starts = OfficeSettings.Default.Grid.StartsOn(DayOfWeek.Monday);

        var problems = await Task.WhenAll(
        [
            .. starts.Select(start => ChangeAsync(AvailabilitySections.CapacitySection, s => s.With(DayOfWeek.Monday, start, 7))),
            ChangeAsync(OfficeSections.HorizonSection, s => s with { WeeksAhead = 10 }),
            ChangeAsync(OfficeSections.StateSection, _ => FederalState.BY),
        ]);

        Assert.All(problems, Assert.Empty);
        var now = await store.ReadAsync(CancellationToken.None);
        Assert.Equal(starts, now.Capacity.Overrides.Select(o => o.Start));
        Assert.Equal((10, FederalState.BY), (now.Horizon.WeeksAhead, now.State));
        Assert.Equal(starts.Count + 2, now.Revision);

        Task<IReadOnlyList<string>> ChangeAsync<T>(SettingSection<T> section, Func<T, T> change)
            where T : notnull => store.ChangeAsync(section, change, office.Admin, CancellationToken.None);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_history_is_in_the_order_in_which_it_happened_also_when_the_clock_was_put_back(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 0);
        foreach (var points in (int[])[5, 6, 7])
        {
            Assert.Empty(await office.Get<SettingsStore>().ChangeAsync(GameSections.GameSection, s => s with { BookingPoints = points }, office.Admin, CancellationToken.None));
            office.Time.AdjustTime(office.Time.GetUtcNow().AddMinutes(-10));
        }

        var history = await office.ReadAsync(db => db.SettingChanges.OrderBy(c => c.At).Select(c => c.After).ToListAsync());
        Assert.Equal(["5", "6", "7"], history.Select(json => json[(json.IndexOf(':', StringComparison.Ordinal) + 1)..][..1]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_stored_section_that_cannot_be_read_stops_only_those_who_need_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 0);
        await office.Database.Database.WriteAsync(
            db =>
            {
                db.Settings.Add(new SettingRow { Section = "game", Json = "{ kaputt", Revision = 1 });
                return Task.CompletedTask;
            },
            CancellationToken.None);

        var settings = await office.Get<SettingsStore>().ReadAsync(CancellationToken.None);

        Assert.Equal(AvailabilitySections.CapacitySection.Default, settings.Capacity);
        Assert.Throws<JsonException>(() => settings.Game);
    }
}
