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
            .. starts.Select(start => ChangeAsync("capacity", s => s with { Capacity = s.Capacity.With(DayOfWeek.Monday, start, 7) })),
            ChangeAsync("horizon", s => s with { Horizon = s.Horizon with { WeeksAhead = 10 } }),
            ChangeAsync("state", s => s with { State = FederalState.BY }),
        ]);

        Assert.All(problems, Assert.Empty);
        var now = await store.ReadAsync(CancellationToken.None);
        Assert.Equal(starts, now.Capacity.Overrides.Select(o => o.Start));
        Assert.Equal((10, FederalState.BY), (now.Horizon.WeeksAhead, now.State));
        Assert.Equal(starts.Count + 2, now.Revision);

        Task<IReadOnlyList<string>> ChangeAsync(string section, Func<OfficeSettings, OfficeSettings> change) =>
            store.ChangeAsync(section, change, office.Admin, CancellationToken.None);
    }
}
