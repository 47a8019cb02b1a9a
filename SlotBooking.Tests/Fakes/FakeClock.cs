namespace SlotBooking.Tests.Fakes;

/// <summary>A clock that stands until it is moved. Its timers are real ones: only the time of day is invented.</summary>
internal class FakeClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
