using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Demo;

/// <summary>Decides what became of past appointments, in the proportions of a real office: a quarter show up, the confirmed twice as often.</summary>
internal sealed class DemoOutcomes(Random random)
{
    private const double Mean = 0.245;
    private const double ConfirmedShare = 0.42;
    private const double IfConfirmed = 0.359 / Mean;
    private const double IfNot = 0.161 / Mean;

    private static readonly Dictionary<int, double> ByHour = new()
    {
        [9] = 0.358,
        [11] = 0.261,
        [14] = 0.262,
        [16] = 0.257,
        [18] = 0.205,
        [20] = 0.238,
    };

    private static readonly Dictionary<DayOfWeek, double> ByDay = new()
    {
        [DayOfWeek.Monday] = 0.219,
        [DayOfWeek.Tuesday] = 0.241,
        [DayOfWeek.Wednesday] = 0.253,
        [DayOfWeek.Thursday] = 0.246,
        [DayOfWeek.Friday] = 0.295,
    };

    /// <summary>Whether the customer confirmed.</summary>
    public bool IsConfirmed() => random.NextDouble() < ConfirmedShare;

    /// <summary>What became of it.</summary>
    public BookingStatus Of(Slot slot, bool isConfirmed)
    {
        var shows = ByHour.GetValueOrDefault(slot.Start.Hour, Mean) * ByDay.GetValueOrDefault(slot.Day.DayOfWeek, Mean) / Mean;
        if (random.NextDouble() < shows * (isConfirmed ? IfConfirmed : IfNot))
        {
            return BookingStatus.Completed;
        }

        return random.Next(100) switch
        {
            < 14 => BookingStatus.Cancelled,
            < 22 => BookingStatus.Rescheduled,
            _ => isConfirmed ? BookingStatus.NoShow : BookingStatus.Ghost,
        };
    }

    /// <summary>What somebody appended to the title in the central calendar.</summary>
    public static string Marker(BookingStatus status) => status switch
    {
        BookingStatus.Completed => " ( erschienen )",
        BookingStatus.NoShow => " ( nicht erschienen )",
        BookingStatus.Ghost => " ( Ghost )",
        BookingStatus.Rescheduled => " ( verschoben )",
        _ => "",
    };
}
