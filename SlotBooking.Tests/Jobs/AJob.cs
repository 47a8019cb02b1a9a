using SlotBooking.Core.Jobs;

namespace SlotBooking.Tests.Jobs;

/// <summary>A job that does what the test says, and counts.</summary>
internal sealed class AJob(Func<CancellationToken, Task<JobReport>>? work = null) : IJob
{
    private int _runs;

    public string Name { get; init; } = "probe";

    public string Title => "Probe";

    public Schedule Schedule { get; init; } = new EveryMinutes(60);

    public CatchUp CatchUp { get; init; }

    public int Runs => _runs;

    public async Task<JobReport> RunAsync(DateTimeOffset window, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        return work is null ? new JobReport.Done("Getan.") : await work(cancellationToken);
    }
}
