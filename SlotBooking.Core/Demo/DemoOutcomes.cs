using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Demo;

/// <summary>Decides what became of past appointments, in the proportions of a real office: a quarter show up, the confirmed twice as often.</summary>
/// <param name="random">The office's random numbers.</param>
/// <param name="rates">How likely each slot is.</param>
/// <param name="first">The first day of the history.</param>
/// <param name="last">Its last day.</param>
internal sealed class DemoOutcomes(Random random, DemoRates rates, DateOnly first, DateOnly last)
{
    /// <summary>The office got better: so much of the average it was below it at the beginning, and is above it now.</summary>
    private const double Progress = 0.08;

    private readonly EvenLuck _luck = new(random);

    /// <summary>Whether the customer confirmed.</summary>
    public bool IsConfirmed(DemoAgent agent) => _luck.Succeeds(("confirmed", agent.Id), agent.Confirming);

    /// <summary>What became of it.</summary>
    public BookingStatus Of(Slot slot, DemoAgent agent, bool isConfirmed)
    {
        var odds = rates.Of(slot) * (isConfirmed ? DemoRates.Confirmed : DemoRates.Unconfirmed) / DemoRates.Overall * agent.Strength * Trend(slot.Day);
        if (_luck.Succeeds((slot.Day.DayOfWeek, slot.Start, isConfirmed), odds))
        {
            return BookingStatus.Completed;
        }

        return random.Next(100) switch
        {
            < 17 => BookingStatus.Cancelled,
            < 28 => BookingStatus.Rescheduled,
            < 31 => BookingStatus.Overhang,
            < 34 => BookingStatus.Exit,
            < 35 => BookingStatus.Open,
            _ => isConfirmed ? BookingStatus.NoShow : BookingStatus.Ghost,
        };
    }

    /// <summary>What somebody appended to the title in the central calendar after the appointment.</summary>
    public static string Marker(BookingStatus status) => status switch
    {
        BookingStatus.Completed => " ( erschienen )",
        BookingStatus.NoShow => " ( nicht erschienen )",
        BookingStatus.Ghost => " ( Ghost )",
        BookingStatus.Rescheduled => " ( verschoben )",
        BookingStatus.Overhang => " ( Überhang )",
        BookingStatus.Exit => " ( Exit )",
        BookingStatus.Open => " ( Vorbehalt )",
        _ => "",
    };

    private double Trend(DateOnly day) =>
        1 - Progress + (2 * Progress * (day.DayNumber - first.DayNumber) / Math.Max(1, last.DayNumber - first.DayNumber));
}
