using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Metrics;

/// <summary>How many appointments there were and what became of them. Only appointments that are over are counted, with the grace after their end.</summary>
/// <param name="Completed">The customer showed up.</param>
/// <param name="NoShows">Confirmed, but not present.</param>
/// <param name="Ghosts">Neither confirmed nor present.</param>
/// <param name="Cancelled">Called off.</param>
/// <param name="Rescheduled">Put off by the customer.</param>
/// <param name="Overhang">Carried over by us.</param>
/// <param name="Exit">Left the process.</param>
/// <param name="Undecided">Over, and nobody has said what became of it.</param>
/// <param name="Confirmed">How many of all of them had been confirmed.</param>
public readonly record struct OutcomeCounts(
    int Completed, int NoShows, int Ghosts, int Cancelled, int Rescheduled, int Overhang, int Exit, int Undecided, int Confirmed)
{
    /// <summary>All booked appointments.</summary>
    public int Total => Completed + NoShows + Ghosts + Cancelled + Rescheduled + Overhang + Exit + Undecided;

    /// <summary>Appointments that the consultant was there for: the customer came or stayed away unannounced.</summary>
    public int Held => Completed + NoShows + Ghosts;

    /// <summary>So many appointments with this status.</summary>
    public static OutcomeCounts Of(BookingStatus status, bool isConfirmed, int count)
    {
        var counts = new OutcomeCounts { Confirmed = isConfirmed ? count : 0 };
        return status switch
        {
            BookingStatus.Completed => counts with { Completed = count },
            BookingStatus.NoShow => counts with { NoShows = count },
            BookingStatus.Ghost => counts with { Ghosts = count },
            BookingStatus.Cancelled => counts with { Cancelled = count },
            BookingStatus.Rescheduled => counts with { Rescheduled = count },
            BookingStatus.Overhang => counts with { Overhang = count },
            BookingStatus.Exit => counts with { Exit = count },
            BookingStatus.Open => counts with { Undecided = count },
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
        };
    }

    /// <summary>How many have this status.</summary>
    public int With(BookingStatus status) => status switch
    {
        BookingStatus.Completed => Completed,
        BookingStatus.NoShow => NoShows,
        BookingStatus.Ghost => Ghosts,
        BookingStatus.Cancelled => Cancelled,
        BookingStatus.Rescheduled => Rescheduled,
        BookingStatus.Overhang => Overhang,
        BookingStatus.Exit => Exit,
        _ => Undecided,
    };

    /// <summary>Both together.</summary>
    public static OutcomeCounts operator +(OutcomeCounts one, OutcomeCounts other) => new(
        one.Completed + other.Completed,
        one.NoShows + other.NoShows,
        one.Ghosts + other.Ghosts,
        one.Cancelled + other.Cancelled,
        one.Rescheduled + other.Rescheduled,
        one.Overhang + other.Overhang,
        one.Exit + other.Exit,
        one.Undecided + other.Undecided,
        one.Confirmed + other.Confirmed);

    /// <summary>All of them together.</summary>
    public static OutcomeCounts Sum(IEnumerable<OutcomeCounts> counts) => counts.Aggregate(default(OutcomeCounts), (sum, next) => sum + next);
}
