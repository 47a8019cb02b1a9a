using System.Globalization;
using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Metrics;

/// <summary>Period, comparison and filters. It changes nothing but the address.</summary>
public sealed partial class MetricsBar
{
    private readonly Action<ChangeEventArgs> _from;
    private readonly Action<ChangeEventArgs> _to;
    private readonly Action<ChangeEventArgs> _compare;
    private IReadOnlyList<(MetricsPeriod Period, string Name)> _periods = [];
    private IReadOnlyList<FilterBox> _filters = [];

    public MetricsBar() => (_from, _to, _compare) = (From, To, Compare);

    /// <summary>What is asked for.</summary>
    [Parameter, EditorRequired]
    public required MetricsAddress Address { get; set; }

    /// <summary>What can be filtered by; null while nothing was read.</summary>
    [Parameter]
    public MetricsChoices? Choices { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _periods =
        [
            (MetricsPeriod.Week, T["Woche"]), (MetricsPeriod.Weeks, T["4 Wochen"]), (MetricsPeriod.Quarter, T["13 Wochen"]),
            (MetricsPeriod.Year, T["52 Wochen"]), (MetricsPeriod.Own, T["Eigener"]),
        ];
        var (filter, choices) = (Address.Filter, Choices ?? new MetricsChoices([], [], [], []));
        _filters =
        [
            Box("agent", T["Telefonist"], filter.AgentId?.ToString(), choices.Agents.Select(a => (a.Id.ToString(), T.Agent(a))), v => filter with { AgentId = Id(v) }),
            Box("consultant", T["Berater"], filter.ConsultantId?.ToString(), choices.Consultants.Select(c => (c.Id.ToString(), c.Name)), v => filter with { ConsultantId = Id(v) }),
            Box("weekday", T["Wochentag"], filter.Weekday?.ToString(), Weekdays.MondayFirst.Take(5).Select(d => (d.ToString(), CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(d))), v => filter with { Weekday = Enum.TryParse<DayOfWeek>(v, out var day) ? day : null }),
            Box("hour", T["Uhrzeit"], Hour(filter.Hour), choices.Hours.Select(h => (Hour(h), T["{0}:00", Hour(h)].Value)), v => filter with { Hour = int.TryParse(v, CultureInfo.InvariantCulture, out var hour) ? hour : null }),
            Box("potential", T["Potenzial"], filter.Potential?.Code(), Enum.GetValues<Potential>().Select(p => (p.Code(), T.Name(p))), v => filter with { Potential = Potentials.Parse(v) }),
            Box("campaign", T["Kampagne"], filter.Campaign, choices.Campaigns.Select(c => (c, c)), v => filter with { Campaign = v.Length > 0 ? v : null }),
        ];
    }

    private static string Text(ChangeEventArgs change) => change.Value as string ?? "";

    private static DateOnly? Day(ChangeEventArgs change) =>
        DateOnly.TryParseExact(Text(change), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Guid? Id(string text) => Guid.TryParse(text, out var id) ? id : null;

    private static string Hour(int? hour) => hour?.ToString("00", CultureInfo.InvariantCulture) ?? "";

    private string? Pressed(MetricsPeriod period) => period == Address.Period ? "true" : "false";

    private FilterBox Box(string id, string name, string? chosen, IEnumerable<(string Value, string Name)> choices, Func<string, MetricsFilter> choose)
    {
        var list = choices.ToList();
        if (chosen is { Length: > 0 } && list.TrueForAll(c => c.Value != chosen))
        {
            list.Add((chosen, T["nicht in diesem Zeitraum"]));
        }

        return new FilterBox(id, name, chosen ?? "", list, change => Go(Address with { Filter = choose(Text(change)) }));
    }

    private void From(ChangeEventArgs change) => GoDays(Day(change), Address.Filter.Last);

    private void To(ChangeEventArgs change) => GoDays(Address.Filter.First, Day(change));

    private void Compare(ChangeEventArgs change) =>
        Go(Address with { Comparison = Enum.TryParse<MetricsComparison>(Text(change), ignoreCase: true, out var with) ? with : default });

    private void GoDays(DateOnly? first, DateOnly? last)
    {
        if (first is { } from && last is { } to)
        {
            Go(Address with { Filter = Address.Filter with { First = from < to ? from : to, Last = from < to ? to : from } });
        }
    }

    private void Go(MetricsAddress address) => Links.NavigateTo(address.Write());

    private sealed record FilterBox(
        string Id, string Name, string Chosen, IReadOnlyList<(string Value, string Name)> Choices, Action<ChangeEventArgs> Choose);
}
