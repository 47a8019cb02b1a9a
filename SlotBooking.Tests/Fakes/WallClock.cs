using Microsoft.Extensions.Time.Testing;

namespace SlotBooking.Tests.Fakes;

/// <summary>Fakes the time of day alone: timers are real, for what works in the background while a test moves the day.</summary>
/// <remarks>A test that waits for a timer itself takes a plain <see cref="FakeTimeProvider"/> and moves it.</remarks>
internal class WallClock(DateTimeOffset now) : FakeTimeProvider(now.ToUniversalTime())
{
    /// <inheritdoc />
    public override long TimestampFrequency => TimeProvider.System.TimestampFrequency;

    /// <inheritdoc />
    public override long GetTimestamp() => TimeProvider.System.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        TimeProvider.System.CreateTimer(callback, state, dueTime, period);
}
