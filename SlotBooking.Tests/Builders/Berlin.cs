using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.Builders;

/// <summary>The office of the tests, and instants written the way its wall clock shows them.</summary>
internal static class Berlin
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static readonly OfficeClock Clock = ClockAt(new(2026, 6, 2, 11, 42, 0, TimeSpan.Zero));

    public static OfficeClock ClockAt(DateTimeOffset now) => new(new FakeTimeProvider(now.ToUniversalTime()), Zone);

    public static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => Clock.At(day, new(hour, minute));

    public static TimeRange Range(DateOnly day, TimeOnly from, TimeOnly to) => new(Clock.At(day, from), Clock.At(day, to));
}
