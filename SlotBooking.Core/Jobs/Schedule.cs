namespace SlotBooking.Core.Jobs;

/// <summary>When a job's windows begin: a pure function, so that the same windows are found by every runner at every time.</summary>
public abstract record Schedule
{
    /// <summary>No schedule here has a longer pause than this: where looking for the newest window begins.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(35);

    /// <summary>The beginnings of windows after the instant (excluded), in UTC, in order, without end.</summary>
    public abstract IEnumerable<DateTimeOffset> After(DateTimeOffset instant);

    /// <summary>The windows after the first instant, up to and including the second.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset through) =>
        After(after).TakeWhile(window => window <= through);

    /// <summary>The window that began last; null when there has been none for a long time.</summary>
    public DateTimeOffset? Newest(DateTimeOffset now)
    {
        for (var pause = TimeSpan.FromHours(1); pause < LongestPause * 2; pause *= 4)
        {
            var newest = Between(now - pause, now).Select(window => (DateTimeOffset?)window).LastOrDefault();
            if (newest is not null)
            {
                return newest;
            }
        }

        return null;
    }
}

/// <summary>Every so many minutes, counted from midnight UTC.</summary>
/// <param name="Minutes">A divisor of 1,440.</param>
public sealed record EveryMinutes(int Minutes) : Schedule
{
    /// <inheritdoc />
    public override IEnumerable<DateTimeOffset> After(DateTimeOffset instant)
    {
        var step = TimeSpan.FromMinutes(Minutes).Ticks;
        for (var ticks = ((instant.UtcTicks / step) + 1) * step; ; ticks += step)
        {
            yield return new DateTimeOffset(ticks, TimeSpan.Zero);
        }
    }
}

/// <summary>On the hour, Monday to Friday, in UTC: no clock change skips or repeats an hour.</summary>
/// <param name="FirstHour">The first hour of a day.</param>
/// <param name="LastHour">The last one, included.</param>
public sealed record WeekdayHours(int FirstHour, int LastHour) : Schedule
{
    /// <inheritdoc />
    public override IEnumerable<DateTimeOffset> After(DateTimeOffset instant) =>
        new EveryMinutes(60).After(instant).Where(hour =>
            hour.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && hour.Hour >= FirstHour && hour.Hour <= LastHour);
}
