using System.Globalization;
using SlotBooking.Tests.Benchmarks.Hosts;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>What one open page costs its host.</summary>
/// <param name="Heap">Live bytes while it is idle.</param>
/// <param name="Resident">The same as the system counts it.</param>
/// <param name="Cpu">Milliseconds of processor to open it.</param>
internal sealed record CircuitCost(double Heap, double Resident, double Cpu)
{
    /// <summary>Opens so many pages and leaves them open. The first quarter warms the host up; what the others cost is measured.</summary>
    public static async Task<CircuitCost> MeasureAsync(MeasuredHost host, OpenPages pages, string path, string awaited, int count)
    {
        var (warm, measured) = (count / 4, count - (count / 4));
        await pages.OpenAsync(host, path, awaited, warm);
        var (heap, resident, cpu) = (await host.AskAsync("heap"), await host.ResidentAsync(), await host.AskAsync("cpu"));
        await pages.OpenAsync(host, path, awaited, measured);
        var cost = new CircuitCost(
            Cpu: (await host.AskAsync("cpu") - cpu) / measured,
            Heap: (await host.AskAsync("heap") - heap) / measured,
            Resident: (await host.ResidentAsync() - resident) / measured);
        pages.AssertAlive();
        return cost;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Heap / 1024:0} KB of heap, {Resident / 1024:0} KB resident, {Cpu:0.0} ms of CPU per open");
}
