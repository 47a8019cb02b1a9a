using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Demo;

/// <summary>How many of the customers booked for a slot show up, so that the figures of each hour and of each weekday come out as measured over 4,660 bookings.</summary>
/// <remarks>The two tables are fitted to each other: nine o'clock exists on Fridays only, and is the best hour of the best day.</remarks>
internal sealed class DemoRates
{
    /// <summary>The rate of all bookings.</summary>
    public const double Overall = 0.245;

    /// <summary>The rate of those who confirmed.</summary>
    public const double Confirmed = 0.359;

    /// <summary>The rate of the others.</summary>
    public const double Unconfirmed = 0.161;

    private const int Rounds = 50;

    /// <summary>The rate of each hour.</summary>
    public static readonly IReadOnlyDictionary<int, double> ByHour =
        new Dictionary<int, double> { [9] = 0.358, [11] = 0.261, [14] = 0.262, [16] = 0.257, [18] = 0.205, [20] = 0.238 };

    /// <summary>The rate of each weekday.</summary>
    public static readonly IReadOnlyDictionary<DayOfWeek, double> ByWeekday = new Dictionary<DayOfWeek, double>
    {
        [DayOfWeek.Monday] = 0.219,
        [DayOfWeek.Tuesday] = 0.241,
        [DayOfWeek.Wednesday] = 0.253,
        [DayOfWeek.Thursday] = 0.246,
        [DayOfWeek.Friday] = 0.295,
    };

    private readonly Dictionary<(DayOfWeek Day, int Hour), double> _cells;

    /// <summary>Fits the tables to the grid.</summary>
    public DemoRates(SlotGrid grid)
    {
        _cells = ByWeekday.Keys.SelectMany(day => grid.StartsOn(day), (day, start) => (day, start.Hour))
            .Where(cell => ByHour.ContainsKey(cell.Hour))
            .ToDictionary(cell => cell, _ => Overall);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (hour, rate) in ByHour)
            {
                Scale(cell => cell.Hour == hour, rate);
            }

            foreach (var (day, rate) in ByWeekday)
            {
                Scale(cell => cell.Day == day, rate);
            }
        }
    }

    /// <summary>How much of a day's bookings go to this slot, against an average one: evenings are asked for, early hours less.</summary>
    public static double Demand(TimeOnly start) => start.Hour switch
    {
        < 10 => 0.80,
        < 13 => 0.85,
        < 16 => 0.90,
        < 18 => 1.00,
        < 20 => 1.20,
        _ => 1.10,
    };

    /// <summary>The rate in this slot.</summary>
    public double Of(Slot slot) => _cells.GetValueOrDefault((slot.Day.DayOfWeek, slot.Start.Hour), Overall);

    private void Scale(Func<(DayOfWeek Day, int Hour), bool> isPart, double wanted)
    {
        var part = _cells.Keys.Where(isPart).ToList();
        var weight = part.Sum(cell => Demand(new TimeOnly(cell.Hour, 0)));
        var present = part.Sum(cell => _cells[cell] * Demand(new TimeOnly(cell.Hour, 0)));
        foreach (var cell in part)
        {
            _cells[cell] *= wanted * weight / present;
        }
    }
}
