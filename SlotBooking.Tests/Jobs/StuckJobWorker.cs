using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Jobs;

/// <summary>Takes a window of the job „probe“, says <c>begun</c> and works on it until it is killed.</summary>
internal static class StuckJobWorker
{
    public static readonly TimeSpan Lease = Deadline.OfSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        var window = DateTimeOffset.Parse(args[1], CultureInfo.InvariantCulture);
        await using var services = new ServiceCollection().AddLogging()
            .AddSlotBookingDatabase(DatabaseTarget.From(args[0], "")).AddEvents()
            .AddSingleton(new JobLease(Lease))
            .AddJobs()
            .BuildServiceProvider();
        var stuck = new AJob(async token =>
        {
            await Console.Out.WriteLineAsync("begun");
            await Task.Delay(Timeout.Infinite, token);
            return new JobReport.Done("Nie.");
        });
        await services.GetRequiredService<JobRunner>().RunAsync(stuck, window, CancellationToken.None);
        return 0;
    }
}
