using System.Runtime.InteropServices;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Metrics;

/// <summary>Adds cells up in one pass, by everything that is asked for.</summary>
internal sealed class Tally
{
    private readonly Dictionary<DateOnly, OutcomeCounts> _days = [];
    private readonly Dictionary<(DayOfWeek Weekday, TimeOnly Start), OutcomeCounts> _slots = [];
    private readonly Dictionary<Guid, OutcomeCounts> _agents = [];
    private readonly Dictionary<Potential, OutcomeCounts> _potentials = [];
    private readonly Dictionary<string, OutcomeCounts> _campaigns = new(StringComparer.Ordinal);
    private OutcomeCounts _withoutCampaign;
    private OutcomeCounts _total;
    private OutcomeCounts _confirmed;

    /// <summary>Appointments that are not over.</summary>
    public int Ahead { get; set; }

    /// <summary>Everybody who booked any of them.</summary>
    public IReadOnlyCollection<Guid> Agents => _agents.Keys;

    /// <summary>Adds one cell of one day.</summary>
    public void Add(DateOnly day, SheetCell cell)
    {
        var counts = OutcomeCounts.Of(cell.Status, cell.IsConfirmed, cell.Count);
        _total += counts;
        _confirmed += cell.IsConfirmed ? counts : default;
        Add(_days, day, counts);
        Add(_slots, (day.DayOfWeek, cell.Start), counts);
        Add(_agents, cell.AgentId, counts);
        Add(_potentials, cell.Potential, counts);
        if (cell.Campaign is { } campaign)
        {
            Add(_campaigns, campaign, counts);
        }
        else
        {
            _withoutCampaign += counts;
        }
    }

    /// <summary>What was added up, in the order in which it is listed.</summary>
    public PeriodFigures Figures(IReadOnlyDictionary<Guid, AgentName> names)
    {
        var campaigns = _campaigns.Select(c => new Counted<string?>(c.Key, c.Value));
        if (_withoutCampaign.Total > 0)
        {
            campaigns = campaigns.Append(new Counted<string?>(null, _withoutCampaign));
        }

        return new PeriodFigures(
            _total,
            _confirmed,
            Ahead,
            [.. _days.Select(d => new Counted<DateOnly>(d.Key, d.Value)).OrderBy(d => d.Key)],
            [.. _slots.Select(s => new Counted<(DayOfWeek Weekday, TimeOnly Start)>(s.Key, s.Value)).OrderBy(s => ((int)s.Key.Weekday + 6) % 7).ThenBy(s => s.Key.Start)],
            [.. _agents.Select(a => new Counted<AgentName>(names[a.Key], a.Value)).OrderByDescending(a => a.Counts.Total).ThenBy(a => a.Key.DisplayName, StringComparer.Ordinal)],
            [.. _potentials.Select(p => new Counted<Potential>(p.Key, p.Value)).OrderByDescending(p => p.Counts.Total).ThenBy(p => p.Key)],
            [.. campaigns.OrderByDescending(c => c.Counts.Total).ThenBy(c => c.Key, StringComparer.Ordinal)]);
    }

    private static void Add<TKey>(Dictionary<TKey, OutcomeCounts> groups, TKey key, OutcomeCounts counts)
        where TKey : notnull
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        group += counts;
    }
}
