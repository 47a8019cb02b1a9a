namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>One time of a day in the week calendar, with the appointments that begin then.</summary>
/// <param name="Start">When they begin.</param>
/// <param name="Minutes">How long the longest takes.</param>
/// <param name="Bookings">Who comes.</param>
public sealed record WeekBlock(TimeOnly Start, int Minutes, IReadOnlyList<BookingView> Bookings)
{
    /// <summary>Which of the columns beside each other, from 0.</summary>
    public int Column { get; init; }

    /// <summary>How many columns stand beside each other where it stands.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Minutes after midnight at which it ends.</summary>
    public int End => (Start.Hour * 60) + Start.Minute + Minutes;
}

/// <summary>A day of the week calendar. Pure.</summary>
/// <param name="Day">The day.</param>
/// <param name="Blocks">By time; those that overlap stand beside each other.</param>
public sealed record WeekDay(DateOnly Day, IReadOnlyList<WeekBlock> Blocks)
{
    /// <summary>Puts a day's appointments beside and below each other.</summary>
    public static WeekDay Of(DateOnly day, IEnumerable<BookingView> bookings)
    {
        var blocks = bookings.Where(b => b.Slot.Day == day).GroupBy(b => b.Slot.Start).OrderBy(group => group.Key)
            .Select(group => new WeekBlock(group.Key, (int)group.Max(b => (b.EndsAt - b.StartsAt).TotalMinutes), [.. group]));
        var placed = new List<WeekBlock>();
        var together = new List<WeekBlock>();
        foreach (var block in blocks)
        {
            if (together.Count > 0 && together.Max(b => b.End) <= Minute(block))
            {
                placed.AddRange(Close(together));
                together.Clear();
            }

            together.Add(block with { Column = FreeColumn(together, Minute(block)) });
        }

        placed.AddRange(Close(together));
        return new WeekDay(day, placed);
    }

    private static int Minute(WeekBlock block) => (block.Start.Hour * 60) + block.Start.Minute;

    private static int FreeColumn(List<WeekBlock> together, int from)
    {
        var column = 0;
        while (together.Exists(b => b.Column == column && b.End > from))
        {
            column++;
        }

        return column;
    }

    private static IEnumerable<WeekBlock> Close(List<WeekBlock> together)
    {
        var columns = together.Count == 0 ? 0 : together.Max(b => b.Column) + 1;
        return together.ConvertAll(b => b with { Columns = columns });
    }
}
