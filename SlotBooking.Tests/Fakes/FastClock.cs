using System.Diagnostics;

namespace SlotBooking.Tests.Fakes;

/// <summary>Runs so many times as fast as real clocks; its timers too.</summary>
internal sealed class FastClock(DateTimeOffset start, int times) : WallClock(start)
{
    private readonly DateTimeOffset _start = start;
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _start + (Stopwatch.GetElapsedTime(_began) * times);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private TimeSpan Shorten(TimeSpan pause) => pause <= TimeSpan.Zero ? pause : pause / times;
}
