namespace SlotBooking.Core.Time;

/// <summary>A span of real time, kept in UTC; includes its start and excludes its end.</summary>
/// <remarks>A range may be empty: then it overlaps nothing, itself included.</remarks>
public readonly record struct TimeRange
{
    /// <summary>Makes a range of any two instants in order; refuses an end before its start.</summary>
    public TimeRange(DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    /// <summary>The first instant inside.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The first instant no longer inside.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How much time passes, which is not always what the wall clocks differ by.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Whether the two share time; touching end to start is no overlap.</summary>
    public bool Overlaps(TimeRange other) =>
        (Start > other.Start ? Start : other.Start) < (End < other.End ? End : other.End);

    /// <summary>Whether the other lies inside from start to end.</summary>
    public bool Contains(TimeRange other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the instant lies inside; the end does not.</summary>
    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;
}
