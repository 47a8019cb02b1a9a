using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Jobs;

public sealed class JobLedgerTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Ten.AddMinutes(1));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_many_runners_in_several_processes_one_gets_the_window(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, Register);
        await using var second = database.AsAnotherProcess(Register);
        await using var third = database.AsAnotherProcess(Register);
        JobLedger[] ledgers = [Ledger(database.Provider), Ledger(second), Ledger(third)];

        var claims = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Task.Run(() => ledgers[n % 3].ClaimAsync("probe", Ten, default))));

        Assert.Single(claims, claim => claim is not null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_done_window_is_never_given_out_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, Register);
        var ledger = Ledger(database.Provider);
        var claim = await ledger.ClaimAsync("probe", Ten, default);
        Assert.True(await ledger.FinishAsync(claim!, new JobReport.Done("Getan."), default));

        _time.Advance(TimeSpan.FromDays(2));

        Assert.Null(await ledger.ClaimAsync("probe", Ten, default));
        Assert.Equal("Getan.", (await ledger.ReadAsync("probe", default)).Single().Report);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_dead_runners_window_is_taken_over_when_its_lease_has_ended(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, Register);
        var ledger = Ledger(database.Provider);
        Assert.NotNull(await ledger.ClaimAsync("probe", Ten, default));
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await ledger.ClaimAsync("probe", Ten, default));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(await ledger.ClaimAsync("probe", Ten, default));
        Assert.Equal(2, (await ledger.ReadAsync("probe", default)).Single().Attempts);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_renewed_lease_is_not_taken_over(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, Register);
        var ledger = Ledger(database.Provider);
        var claim = await ledger.ClaimAsync("probe", Ten, default);
        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.True(await ledger.RenewAsync(claim!, default));

        _time.Advance(TimeSpan.FromSeconds(40));

        Assert.Null(await ledger.ClaimAsync("probe", Ten, default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_late_runner_can_neither_renew_nor_overwrite_the_result(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, Register);
        var ledger = Ledger(database.Provider);
        var late = await ledger.ClaimAsync("probe", Ten, default);
        _time.Advance(TimeSpan.FromMinutes(2));
        var heir = await ledger.ClaimAsync("probe", Ten, default);

        Assert.False(await ledger.RenewAsync(late!, default));
        Assert.False(await ledger.FinishAsync(late!, new JobReport.Done("Zu spät."), default));
        Assert.True(await ledger.FinishAsync(heir!, new JobReport.Failed("Ging nicht."), default));
        Assert.False(await ledger.FinishAsync(late!, new JobReport.Done("Viel zu spät."), default));

        var row = (await ledger.ReadAsync("probe", default)).Single();
        Assert.Equal((JobState.Failed, "Ging nicht."), (row.State, row.Report));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_job_never_runs_two_windows_at_a_time_but_two_jobs_do(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, Register);
        var ledger = Ledger(database.Provider);
        var claim = await ledger.ClaimAsync("probe", Ten, default);

        Assert.Null(await ledger.ClaimAsync("probe", Ten.AddHours(1), default));
        Assert.NotNull(await ledger.ClaimAsync("other", Ten, default));

        await ledger.FinishAsync(claim!, new JobReport.Failed("Ging nicht."), default);
        Assert.NotNull(await ledger.ClaimAsync("probe", Ten.AddHours(1), default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_window_that_was_given_back_is_taken_over_at_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, Register);
        var ledger = Ledger(database.Provider);
        await ledger.ReleaseAsync((await ledger.ClaimAsync("probe", Ten, default))!, default);

        Assert.NotNull(await ledger.ClaimAsync("probe", Ten, default));
    }

    private static JobLedger Ledger(IServiceProvider services) => services.GetRequiredService<JobLedger>();

    private void Register(IServiceCollection services) => services.AddSingleton<TimeProvider>(_time).AddJobs();
}
