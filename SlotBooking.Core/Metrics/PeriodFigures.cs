using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Metrics;

/// <summary>The figures of one period, by everything that people ask for. All groups of one kind add up to the total.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Confirmed">The part whose customers had confirmed.</param>
/// <param name="Ahead">Appointments of the period that are not over yet; they count nowhere else.</param>
/// <param name="Days">By day, rising; days without appointments are missing.</param>
/// <param name="Slots">By weekday and start.</param>
/// <param name="Agents">By agent, most appointments first.</param>
/// <param name="Potentials">By what the agent expected.</param>
/// <param name="Campaigns">By campaign, most appointments first; null stands for none.</param>
public sealed record PeriodFigures(
    OutcomeCounts Total,
    OutcomeCounts Confirmed,
    int Ahead,
    IReadOnlyList<Counted<DateOnly>> Days,
    IReadOnlyList<Counted<(DayOfWeek Weekday, TimeOnly Start)>> Slots,
    IReadOnlyList<Counted<AgentName>> Agents,
    IReadOnlyList<Counted<Potential>> Potentials,
    IReadOnlyList<Counted<string?>> Campaigns)
{
    /// <summary>The part whose customers had not confirmed.</summary>
    public OutcomeCounts Unconfirmed => new(
        Total.Completed - Confirmed.Completed,
        Total.NoShows - Confirmed.NoShows,
        Total.Ghosts - Confirmed.Ghosts,
        Total.Cancelled - Confirmed.Cancelled,
        Total.Rescheduled - Confirmed.Rescheduled,
        Total.Overhang - Confirmed.Overhang,
        Total.Exit - Confirmed.Exit,
        Total.Undecided - Confirmed.Undecided,
        Confirmed: 0);
}

/// <summary>The figures of one group.</summary>
/// <param name="Key">Which group.</param>
/// <param name="Counts">Its figures.</param>
public sealed record Counted<T>(T Key, OutcomeCounts Counts);

/// <summary>Who booked.</summary>
/// <param name="Id">The account; empty for appointments of the calendar that do not say by whom.</param>
/// <param name="UserName">The name of the account, or what the calendar says.</param>
/// <param name="DisplayName">The person's name.</param>
public sealed record AgentName(Guid Id, string UserName, string DisplayName);
