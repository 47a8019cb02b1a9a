using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Demo;

/// <summary>Decides what became of past appointments, in the proportions of a real office: a quarter show up, the confirmed twice as often.</summary>
internal sealed class DemoOutcomes(Random random)
{
    private const double ConfirmedShare = 0.42;
    private const double IfConfirmed = 0.359 / AttendanceTable.Overall;
    private const double IfNot = 0.161 / AttendanceTable.Overall;

    /// <summary>Whether the customer confirmed.</summary>
    public bool IsConfirmed() => random.NextDouble() < ConfirmedShare;

    /// <summary>What became of it.</summary>
    public BookingStatus Of(Slot slot, bool isConfirmed)
    {
        if (random.NextDouble() < AttendanceTable.RateOf(slot) * (isConfirmed ? IfConfirmed : IfNot))
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
