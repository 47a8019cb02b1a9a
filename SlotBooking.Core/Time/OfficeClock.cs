namespace SlotBooking.Core.Time;

/// <summary>Tells the time as the office sees it. The only place where zone rules are applied.</summary>
/// <remarks>
/// A wall time that the clocks skip is moved forward by the gap; one that occurs twice means the first.
/// Thread-safe. Made for the years 2 to 9998, so that every zone's offset fits.
/// </remarks>
public sealed class OfficeClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The office's zone, by its IANA name where calendars ask for one.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The present instant, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The calendar day in the office, whatever the server's own zone says.</summary>
    public DateOnly Today => WallClock(Now).Day;

    /// <summary>The instant, in UTC, at which the office's clock shows this time on this day.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly wall)
    {
        var local = day.ToDateTime(wall);
        return new DateTimeOffset(local, OffsetOf(local)).ToUniversalTime();
    }

    /// <summary>What calendar and clock in the office show at this instant.</summary>
    public (DateOnly Day, TimeOnly Time) WallClock(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>The whole day, from its first instant to the first of the next: 23 or 25 hours when the clocks change.</summary>
    /// <remarks>Where the clocks skip midnight, the day starts with the first wall time that exists.</remarks>
    public TimeRange DayRange(DateOnly day) => new(StartOf(day), StartOf(day.AddDays(1)));

    private DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private TimeSpan OffsetOf(DateTime local)
    {
        if (Zone.IsInvalidTime(local))
        {
            // The offset before the gap: read with it, the wall time lands as far behind the gap as it stood in it.
            return Zone.GetUtcOffset(local.AddDays(-1));
        }

        return Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
    }
}
