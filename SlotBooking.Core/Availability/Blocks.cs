using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Finds out why a time is blocked.</summary>
public static class Blocks
{
    /// <summary>The holiday's name, else the reason of the first block given that overlaps the slot, else null.</summary>
    /// <remarks>A slot that only touches a block is not blocked. One that reaches over midnight is judged by both days.</remarks>
    public static string? ReasonFor(TimeRange slot, IEnumerable<BlockSpan> spans, FederalState state, OfficeClock clock)
    {
        var first = clock.WallClock(slot.Start).Day;
        var last = slot.Duration > TimeSpan.Zero ? clock.WallClock(slot.End.AddTicks(-1)).Day : first;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (Holidays.NameOf(day, state) is { } holiday)
            {
                return holiday;
            }
        }

        return spans.FirstOrDefault(span => Overlaps(span, slot, first, last, clock))?.Reason;
    }

    private static bool Overlaps(BlockSpan span, TimeRange slot, DateOnly first, DateOnly last, OfficeClock clock)
    {
        for (var day = span.First > first ? span.First : first; day <= span.Last && day <= last; day = day.AddDays(1))
        {
            if (span.IsWholeDay || RangeOn(day, span, clock).Overlaps(slot))
            {
                return true;
            }
        }

        return false;
    }

    private static TimeRange RangeOn(DateOnly day, BlockSpan span, OfficeClock clock)
    {
        var whole = clock.DayRange(day);
        var start = span.From is { } from ? clock.At(day, from) : whole.Start;
        var end = span.To is { } to ? clock.At(day, to) : whole.End;
        return new(start, end > start ? end : start); // hours that the clocks skip block nothing
    }
}
