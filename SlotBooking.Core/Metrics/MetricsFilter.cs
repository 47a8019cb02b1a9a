using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Metrics;

/// <summary>Which appointments are counted: those of some days, and of those only what fits everything that is given.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
public sealed record MetricsFilter(DateOnly First, DateOnly Last)
{
    /// <summary>Booked by this agent; empty for appointments of the calendar that do not say by whom.</summary>
    public Guid? AgentId { get; init; }

    /// <summary>In slots in which this consultant was ready.</summary>
    public Guid? ConsultantId { get; init; }

    /// <summary>Beginning in this hour.</summary>
    public int? Hour { get; init; }

    /// <summary>On this weekday.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Of this potential.</summary>
    public Potential? Potential { get; init; }

    /// <summary>Of this campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>True when everything of the days counts.</summary>
    public bool IsWhole => this == new MetricsFilter(First, Last);

    /// <summary>The whole week.</summary>
    public static MetricsFilter Of(Time.IsoWeek week) => new(week.Monday, week.Monday.AddDays(6));

    /// <summary>Whether these appointments count, as far as the cell says.</summary>
    internal bool LetsThrough(SheetCell cell) =>
        (AgentId is null || cell.AgentId == AgentId)
        && (Hour is null || cell.Start.Hour == Hour)
        && (Potential is null || cell.Potential == Potential)
        && (Campaign is null || cell.Campaign == Campaign);
}
