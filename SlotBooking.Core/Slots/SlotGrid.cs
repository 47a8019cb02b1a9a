using System.Text.Json.Serialization;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Slots;

/// <summary>At which wall times slots begin on each weekday, and how long they last. Immutable; equal when all times are equal.</summary>
[JsonConverter(typeof(SlotGridJson))]
public sealed record SlotGrid
{
    private static readonly TimeSpan ShortestLength = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLength = TimeSpan.FromHours(12);

    private readonly TimeOnly[][] _starts = [[], [], [], [], [], [], []];

    /// <summary>Makes a grid; days that are not named have no slots, the order of times does not matter.</summary>
    public SlotGrid(IReadOnlyDictionary<DayOfWeek, IReadOnlyList<TimeOnly>> starts, TimeSpan length)
    {
        foreach (var (day, times) in starts)
        {
            _starts[(int)day] = [.. times.Order()];
        }

        Length = length;
    }

    /// <summary>Monday to Thursday five slots, Friday three, two hours each.</summary>
    public static SlotGrid Default { get; } = MakeDefault();

    /// <summary>How long every slot lasts, in real time.</summary>
    public TimeSpan Length { get; init; }

    /// <summary>The starts on this weekday, rising.</summary>
    public IReadOnlyList<TimeOnly> StartsOn(DayOfWeek day) => _starts[(int)day];

    /// <summary>The slots of this day, rising; holidays and blocks are not the grid's business.</summary>
    public IReadOnlyList<Slot> SlotsOn(DateOnly day) => [.. StartsOn(day.DayOfWeek).Select(start => new Slot(day, start))];

    /// <summary>All slots from the first to the last day, both included, with their real times.</summary>
    public IReadOnlyList<TimedSlot> SlotsBetween(DateOnly first, DateOnly last, OfficeClock clock)
    {
        var slots = new List<TimedSlot>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            slots.AddRange(SlotsOn(day).Select(slot => new TimedSlot(slot, RangeOf(slot, clock))));
        }

        return slots;
    }

    /// <summary>Whether a slot begins exactly then.</summary>
    public bool Contains(Slot slot) => _starts[(int)slot.Day.DayOfWeek].Contains(slot.Start);

    /// <summary>The slot's real time: from its promised wall time on, for <see cref="Length"/>, also when the clocks change in between.</summary>
    public TimeRange RangeOf(Slot slot, OfficeClock clock)
    {
        var start = clock.At(slot.Day, slot.Start);
        return new(start, start + Length);
    }

    /// <summary>The same grid with other starts on one weekday.</summary>
    public SlotGrid With(DayOfWeek day, params IReadOnlyList<TimeOnly> starts) =>
        new(Weekdays.MondayFirst.ToDictionary(d => d, d => d == day ? starts : StartsOn(d)), Length);

    /// <summary>What is wrong with it, as German sentences for the one who entered it; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (Length < ShortestLength || Length > LongestLength || Length.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            return ["Die Länge eines Termins muss zwischen 5 und 720 Minuten liegen, in ganzen Minuten."];
        }

        return [.. Weekdays.MondayFirst.SelectMany(ProblemsOn)];
    }

    /// <summary>Compares the times, not the lists that hold them.</summary>
    public bool Equals(SlotGrid? other) =>
        other is not null && Length == other.Length && Weekdays.MondayFirst.All(day => StartsOn(day).SequenceEqual(other.StartsOn(day)));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Length);
        foreach (var start in _starts.SelectMany(day => day))
        {
            hash.Add(start);
        }

        return hash.ToHashCode();
    }

    private IEnumerable<string> ProblemsOn(DayOfWeek day)
    {
        var starts = _starts[(int)day];
        for (var i = 0; i < starts.Length; i++)
        {
            var start = WallTimeJson.Write(starts[i]);
            if (starts[i].Ticks % TimeSpan.TicksPerMinute != 0)
            {
                yield return $"{day.GermanName()}: Termine beginnen zu einer vollen Minute, nicht einige Sekunden nach {start}.";
            }

            if (starts[i].ToTimeSpan() + Length > TimeSpan.FromDays(1))
            {
                yield return $"{day.GermanName()}: Der Termin um {start} würde erst nach Mitternacht enden.";
            }

            if (i > 0 && starts[i] - starts[i - 1] < Length)
            {
                var before = WallTimeJson.Write(starts[i - 1]);
                yield return $"{day.GermanName()}: {before} und {start} überschneiden sich, ein Termin dauert {(int)Length.TotalMinutes} Minuten.";
            }
        }
    }

    private static SlotGrid MakeDefault()
    {
        IReadOnlyList<TimeOnly> usual = [new(11, 0), new(14, 0), new(16, 0), new(18, 0), new(20, 0)];
        IReadOnlyList<TimeOnly> friday = [new(9, 0), new(11, 0), new(14, 0)];
        return new(
            new Dictionary<DayOfWeek, IReadOnlyList<TimeOnly>>
            {
                [DayOfWeek.Monday] = usual,
                [DayOfWeek.Tuesday] = usual,
                [DayOfWeek.Wednesday] = usual,
                [DayOfWeek.Thursday] = usual,
                [DayOfWeek.Friday] = friday,
            },
            TimeSpan.FromMinutes(120));
    }
}
