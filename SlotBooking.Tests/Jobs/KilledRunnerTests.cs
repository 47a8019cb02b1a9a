using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Jobs;

[Trait(Needs.Trait, Needs.Processes)]
public sealed class KilledRunnerTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_a_killed_process_left_undone_another_one_does_and_not_before_it_is_dead(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(
            kind, services => services.AddSingleton(new JobLease(StuckJobWorker.Lease)).AddJobs(), isDurable: true);
        var runner = database.Provider.GetRequiredService<JobRunner>();
        var job = new AJob();
        await using var worker = await ChildProcess.StartVerbAsync(
            ["worker", "stuck-job", database.ConnectionString, Ten.ToString("O", CultureInfo.InvariantCulture)]);
        await worker.WaitForLineAsync("begun");

        await OutliveTheLeaseAsync(database);
        Assert.IsType<JobRun.NotTaken>(await runner.RunAsync(job, Ten, default)); // alive, it has renewed its lease

        await worker.KillAsync();
        await Eventually.HoldsAsync(
            async () => await runner.RunAsync(job, Ten, default) is JobRun.Finished, "the dead runner's window is taken over");

        Assert.Equal(1, job.Runs);
        var row = (await database.Provider.GetRequiredService<JobLedger>().ReadAsync("probe", default)).Single();
        Assert.Equal((JobState.Done, 2), (row.State, row.Attempts));
    }

    /// <summary>Waits until the lease has been moved on: proof that somebody is alive.</summary>
    private static async Task OutliveTheLeaseAsync(TestDatabase database)
    {
        var ledger = database.Provider.GetRequiredService<JobLedger>();
        var first = (await ledger.ReadAsync("probe", default)).Single().LeaseUntil;
        await Eventually.HoldsAsync(
            async () => (await ledger.ReadAsync("probe", default)).Single().LeaseUntil > first, "the living runner renews its lease");
    }
}
