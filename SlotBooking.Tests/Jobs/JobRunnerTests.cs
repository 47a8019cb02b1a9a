using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Jobs;

public sealed class JobRunnerTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_job_that_could_not_do_its_work_is_failed_with_the_reason_and_never_done(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, services => services.AddJobs());
        var job = new AJob(_ => Task.FromResult<JobReport>(new JobReport.Failed("Der Kalender von Jonas antwortet nicht.")));

        var run = await Runner(database).RunAsync(job, Ten, default);

        Assert.IsType<JobReport.Failed>(Assert.IsType<JobRun.Finished>(run).Report);
        var row = await RowAsync(database);
        Assert.Equal((JobState.Failed, "Der Kalender von Jonas antwortet nicht."), (row.State, row.Report));
    }

    [Fact]
    public async Task A_job_that_breaks_is_failed_without_the_exceptions_text()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, services => services.AddJobs());
        var job = new AJob(_ => throw new InvalidOperationException("Muster, Max"));

        await Runner(database).RunAsync(job, Ten, default);

        var row = await RowAsync(database);
        Assert.Equal(JobState.Failed, row.State);
        Assert.Contains("InvalidOperationException", row.Report, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", row.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_somebody_else_has_is_not_run()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, services => services.AddJobs());
        await database.Provider.GetRequiredService<JobLedger>().ClaimAsync("probe", Ten, default);
        var job = new AJob();

        Assert.IsType<JobRun.NotTaken>(await Runner(database).RunAsync(job, Ten, default));
        Assert.Equal(0, job.Runs);
    }

    [Fact]
    public async Task A_stopped_program_leaves_the_window_to_be_taken_over_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, services => services.AddJobs());
        using var stop = new CancellationTokenSource();
        var job = new AJob(async token =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return new JobReport.Done("Nie.");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner(database).RunAsync(job, Ten, stop.Token));

        Assert.Equal(JobState.Running, (await RowAsync(database)).State);
        Assert.IsType<JobRun.Finished>(await Runner(database).RunAsync(new AJob(), Ten, default));
        Assert.Equal(JobState.Done, (await RowAsync(database)).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_runner_that_lost_its_window_is_stopped_and_its_result_does_not_count(DatabaseKind kind)
    {
        var time = new FakeTimeProvider(Ten.AddMinutes(1));
        await using var database = await TestDatabase.CreateAsync(
            kind, services => services.AddSingleton<TimeProvider>(time).AddSingleton(new JobLease(TimeSpan.FromMilliseconds(300))).AddJobs());
        var begun = new TaskCompletionSource();
        var slow = new AJob(async token =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return new JobReport.Done("Nie.");
        });
        var running = Runner(database).RunAsync(slow, Ten, default);
        await begun.Task;

        time.AdjustTime(time.GetUtcNow().AddMinutes(5)); // as if the machine had slept
        var heir = await database.Provider.GetRequiredService<JobLedger>().ClaimAsync("probe", Ten, default);
        Assert.NotNull(heir);
        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMilliseconds(10)); // it renews when a third of its lease has passed
                return running.IsCompleted;
            },
            "the runner notices");

        Assert.IsType<JobRun.TakenOver>(await running.WaitAsync(Deadline.Default));
        Assert.Equal(heir.Runner, (await RowAsync(database)).Runner);
    }

    [Fact]
    public async Task By_hand_a_job_runs_its_newest_window_first_and_then_windows_of_its_own()
    {
        var time = new FakeTimeProvider(Ten.AddMinutes(1));
        var job = new AJob { CatchUp = CatchUp.NewestOnly };
        await using var database = await TestDatabase.CreateAsync(
            DatabaseKind.Sqlite, services => services.AddSingleton<TimeProvider>(time).AddSingleton<IJob>(job).AddJobs());
        var office = database.Provider.GetRequiredService<JobOffice>();

        Assert.IsType<JobReport.Done>(await office.RunNowAsync("PROBE", default));
        Assert.IsType<JobReport.Done>(await office.RunNowAsync("probe", default));
        Assert.Null(await office.RunNowAsync("unknown", default));

        Assert.Equal(2, job.Runs);
        var standing = (await office.ListAsync(default)).Single();
        Assert.Equal((JobState.Done, 0, Ten.AddHours(1)), (standing.State, standing.Missing, standing.Next));
        Assert.Equal(time.GetUtcNow(), standing.LastSuccess);
    }

    private static JobRunner Runner(TestDatabase database) => database.Provider.GetRequiredService<JobRunner>();

    private static async Task<JobWindow> RowAsync(TestDatabase database) =>
        (await database.Provider.GetRequiredService<JobLedger>().ReadAsync("probe", default)).Single();
}
