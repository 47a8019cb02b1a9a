namespace SlotBooking.Core.Metrics;

/// <summary>What a page of figures shows.</summary>
/// <param name="Figures">The figures asked for.</param>
/// <param name="Before">Those that they are compared with; null when nothing was asked for.</param>
/// <param name="Choices">What can be filtered by in this period.</param>
public sealed record MetricsAnswer(PeriodFigures Figures, PeriodFigures? Before, MetricsChoices Choices);

/// <summary>What can be filtered by.</summary>
/// <param name="Agents">Who booked in the period, by name.</param>
/// <param name="Consultants">All consultants, in their order.</param>
/// <param name="Hours">The hours in which appointments began.</param>
/// <param name="Campaigns">The campaigns of the period, by name.</param>
public sealed record MetricsChoices(
    IReadOnlyList<AgentName> Agents, IReadOnlyList<(Guid Id, string Name)> Consultants, IReadOnlyList<int> Hours, IReadOnlyList<string> Campaigns);
