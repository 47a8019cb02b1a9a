using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Outcomes;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>What every view of the page needs to draw an appointment.</summary>
/// <param name="Viewer">Who looks.</param>
/// <param name="Address">What is asked for.</param>
/// <param name="Today">The office's day.</param>
/// <param name="Now">When it was drawn.</param>
/// <param name="Rules">How the calendar's marks are read.</param>
/// <param name="Agents">Display names of agents; empty when only the own appointments are shown.</param>
public sealed record MineFrame(
    MineViewer Viewer, MineAddress Address, DateOnly Today, DateTimeOffset Now, OutcomeRules Rules, IReadOnlyDictionary<Guid, string> Agents)
{
    /// <summary>Whether several people's appointments are shown, so that each says whose it is.</summary>
    public bool NamesAgents => Address.Whose(Viewer) is null;

    /// <summary>Whether it is over and nobody has said how it went.</summary>
    public bool LacksOutcome(BookingView booking) => booking.Status == BookingStatus.Open && booking.IsDue(Now, Rules.Grace);

    /// <summary>Whose appointment it is: the display name, else the name it was booked with.</summary>
    public string AgentOf(BookingView booking) => Agents.GetValueOrDefault(booking.AgentId) ?? booking.AgentName;
}
