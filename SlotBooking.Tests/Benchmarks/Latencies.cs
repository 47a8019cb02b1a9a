using System.Globalization;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>How long many runs of the same thing took.</summary>
internal sealed class Latencies
{
    private readonly double[] _sorted;

    public Latencies(IEnumerable<TimeSpan> times) => _sorted = [.. times.Select(t => t.TotalMilliseconds).Order()];

    public int Count => _sorted.Length;

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public double Slowest => _sorted.Length == 0 ? 0 : _sorted[^1];

    /// <summary>The value below which the given share lies, in milliseconds.</summary>
    public double At(double share) => _sorted.Length == 0 ? 0 : _sorted[Math.Min(_sorted.Length - 1, (int)(share * _sorted.Length))];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"p50 {Median:0.00} ms, p99 {P99:0.00} ms, slowest {Slowest:0.00} ms ({Slowest / Math.Max(Median, 0.001):0.0} x median)");
}
