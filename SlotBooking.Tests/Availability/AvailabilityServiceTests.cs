using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Availability;

public sealed class AvailabilityServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_ready_is_read_from_the_mirrors_and_another_appointment_stands_in_the_way(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        await office.MirrorAsync(
            jonas,
            ("T1-bereit", office.Hours(AnOffice.Monday, 11, 20)),
            ("Zahnarzt", office.Hours(AnOffice.Monday, 15, 16)));

        var change = await office.Get<AvailabilityService>().ComputeAsync(default);

        Assert.Equal(["2026-11-23 11:00", "2026-11-23 16:00", "2026-11-23 18:00"], await office.ReadyAsync(jonas));
        Assert.Equal((3, 0), (change.Added, change.Removed));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_second_run_writes_nothing_and_tells_nothing(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 13)));
        var service = office.Get<AvailabilityService>();
        await service.ComputeAsync(default);
        var (events, written) = (await office.CountAsync<OfficeEvent>(), File.GetLastWriteTimeUtc(office.File));
        var published = 0;
        using var listening = office.Data.Feed.Subscribe(_ => published++);
        await using var db = await office.Data.Database.ReadAsync(default);
        await db.Database.OpenConnectionAsync();
        var version = await VersionAsync(db);

        Assert.Equal(AvailabilityChange.None, await service.ComputeAsync(default));

        Assert.Equal(version, await VersionAsync(db));
        Assert.Equal((events, 0), (await office.CountAsync<OfficeEvent>(), published));
        Assert.Equal(written, File.GetLastWriteTimeUtc(office.File));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_change_is_told_day_by_day_and_only_what_differs_is_written(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        var tuesday = AnOffice.Monday.AddDays(1);
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 13)), ("T1-bereit", office.Hours(tuesday, 11, 13)));
        var service = office.Get<AvailabilityService>();
        await service.ComputeAsync(default);
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 13)), ("T1 bereit", office.Hours(tuesday, 14, 16)));

        var change = await service.ComputeAsync([jonas.Id], default);

        Assert.Equal(new AvailabilityChange(Added: 1, Removed: 1, Days: 1), change);
        Assert.Equal(["2026-11-23 11:00", "2026-11-24 14:00"], await office.ReadyAsync(jonas));
        await using var db = await office.Data.Database.ReadAsync(default);
        Assert.Equal(tuesday, (await db.Events.OrderBy(e => e.Sequence).LastAsync()).Day);
    }

    [Fact]
    public async Task A_consultant_whose_calendar_was_never_read_has_no_rows_and_one_that_is_not_read_any_more_keeps_them()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        var clara = await office.AddConsultantAsync("Clara", "clara@example.org");
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday.AddDays(3), 11, 13)));
        var service = office.Get<AvailabilityService>();
        await service.ComputeAsync(default);
        Assert.Empty(await office.ReadyAsync(clara));

        office.Time.Advance(TimeSpan.FromHours(30)); // the calendar has been silent since
        await service.ComputeAsync(default);
        Assert.Equal(["2026-11-26 11:00"], await office.ReadyAsync(jonas));

        // Another calendar was connected and not read yet: its mirror is empty, and that says nothing.
        await office.MirrorAsync(jonas);
        await office.Data.Database.WriteAsync(db => db.CalendarStates.ExecuteUpdateAsync(set => set.SetProperty(s => s.KnownAt, (DateTimeOffset?)null)), default);
        await service.ComputeAsync(default);
        Assert.Equal(["2026-11-26 11:00"], await office.ReadyAsync(jonas));
    }

    [Fact]
    public async Task The_job_fails_and_names_the_calendar_that_could_not_be_read_and_keeps_what_was_known()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org"); // no Google is configured: it cannot be read
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 13)));

        var report = await office.RunJobAsync();

        Assert.Contains("Jonas", Assert.IsType<JobReport.Failed>(report).Text, StringComparison.Ordinal);
        Assert.Equal(["2026-11-23 11:00"], await office.ReadyAsync(jonas));
    }

    [Fact]
    public async Task What_has_begun_loses_nobody_and_days_that_are_over_are_left_alone()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 16)));
        var service = office.Get<AvailabilityService>();
        await service.ComputeAsync(default);

        office.Time.Advance(TimeSpan.FromHours(5)); // 13:00
        await office.MirrorAsync(jonas);
        await service.ComputeAsync(default);

        Assert.Equal(["2026-11-23 11:00"], await office.ReadyAsync(jonas));

        office.Time.Advance(TimeSpan.FromDays(1));
        await service.ComputeAsync(default);
        Assert.Equal(["2026-11-23 11:00"], await office.ReadyAsync(jonas));
    }

    [Fact]
    public async Task The_window_moves_with_the_day_and_the_days_it_gains_are_told()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var service = office.Get<AvailabilityService>();
        await service.ComputeAsync(default);
        var before = await office.CountAsync<OfficeEvent>();

        office.Time.Advance(TimeSpan.FromDays(1));
        var change = await service.ComputeAsync(default);

        await using var db = await office.Data.Database.ReadAsync(default);
        var window = await db.AvailabilityWindows.SingleAsync();
        Assert.Equal((AnOffice.Monday.AddDays(1), AnOffice.Monday.AddDays(56)), (window.First, window.Through));
        Assert.Equal((1, before + 1), (change.Days, await office.CountAsync<OfficeEvent>()));
    }

    [Fact]
    public async Task The_file_names_who_is_ready_in_the_old_shape_and_nobody_on_holidays()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        var aylin = await office.AddConsultantAsync("Aylin Öztürk");
        var christmas = new DateOnly(2026, 12, 25);
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 13)), ("T1-bereit", office.Hours(christmas, 9, 16)));
        await office.MirrorAsync(aylin, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 16)));
        await office.Get<AvailabilityService>().ComputeAsync(default);

        var text = await File.ReadAllTextAsync(office.File);
        var lines = JsonSerializer.Deserialize<Dictionary<string, string[]>>(text)!;
        Assert.Equal(["Aylin Öztürk", "Jonas"], lines["2026-11-23 11:00"]);
        Assert.Equal(["Aylin Öztürk"], lines["2026-11-23 14:00"]);
        Assert.Empty(lines["2026-11-23 16:00"]);
        Assert.Empty(lines["2026-12-25 11:00"]);
        Assert.Contains("Öztürk", text, StringComparison.Ordinal);
        Assert.Equal(lines.Keys.Order(StringComparer.Ordinal), lines.Keys);
    }

    [Fact]
    public async Task The_file_no_longer_names_somebody_whose_calendar_is_too_old()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday.AddDays(2), 11, 13)));
        await office.Get<AvailabilityService>().ComputeAsync(default);
        Assert.Contains("Jonas", await File.ReadAllTextAsync(office.File), StringComparison.Ordinal);

        office.Time.Advance(OfficeSettings.Default.Readiness.MaxAge + TimeSpan.FromMinutes(1));
        await office.Get<AvailabilityService>().ComputeAsync(default);

        Assert.DoesNotContain("Jonas", await File.ReadAllTextAsync(office.File), StringComparison.Ordinal);
        Assert.Equal(["2026-11-25 11:00"], await office.ReadyAsync(jonas));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_processes_that_work_it_out_at_once_agree(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        var jonas = await office.AddConsultantAsync("Jonas", "jonas@example.org");
        await office.MirrorAsync(jonas, ("T1-bereit", office.Hours(AnOffice.Monday, 11, 20)));
        var service = office.Get<AvailabilityService>();

        var changes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => service.ComputeAsync(default))));

        Assert.Single(changes, change => change.Added > 0);
        Assert.Equal(4, (await office.ReadyAsync(jonas)).Count);
    }

    /// <summary>SQLite's own number, which another connection's commit changes; PostgreSQL has the counted events only.</summary>
    private static Task<long> VersionAsync(SlotBookingDb db) => db.Database.IsSqlite()
        ? db.Database.SqlQuery<long>($"SELECT data_version AS \"Value\" FROM pragma_data_version").SingleAsync()
        : Task.FromResult(0L);
}
