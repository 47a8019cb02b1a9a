using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Metrics;

/// <summary>What the address asks for: a period that ends on some day, what it is compared with, and filters. What cannot be read has its default.</summary>
/// <param name="Period">How long.</param>
/// <param name="Filter">Days and filters.</param>
/// <param name="Comparison">With what.</param>
public sealed record MetricsAddress(MetricsPeriod Period, MetricsFilter Filter, MetricsComparison Comparison)
{
    private const int DaysOfFourWeeks = 28;
    private const int LongestOwn = 731;

    /// <summary>The ISO week when a week is asked for.</summary>
    public IsoWeek Week => IsoWeek.Of(Filter.First);

    /// <summary>The same filters on the days that it is compared with; null for no comparison.</summary>
    public MetricsFilter? Compared => Comparison switch
    {
        MetricsComparison.Before => Filter with { First = Filter.First.AddDays(-Length), Last = Filter.First.AddDays(-1) },
        MetricsComparison.Year => Filter with { First = Filter.First.AddDays(-364), Last = Filter.Last.AddDays(-364) }, // the same weekdays
        _ => null,
    };

    private int Length => Filter.Last.DayNumber - Filter.First.DayNumber + 1;

    /// <summary>Reads the address.</summary>
    public static MetricsAddress Read(string uri, DateOnly today)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        string? Value(string name) => query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Value(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2100 ? day : null;
        int? Number(string name, int least, int most) =>
            int.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
        Guid? Id(string name) => Guid.TryParse(Value(name), out var id) ? id : null;

        var period = Enum.TryParse<MetricsPeriod>(Value("period"), ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : MetricsPeriod.Weeks;
        var last = Day("to") ?? today;
        var first = Day("from") ?? last.AddDays(1 - DaysOfFourWeeks);
        (first, last) = period switch
        {
            MetricsPeriod.Week => (IsoWeek.Of(last).Monday, IsoWeek.Of(last).Monday.AddDays(6)),
            MetricsPeriod.Quarter => (last.AddDays(1 - (13 * 7)), last),
            MetricsPeriod.Year => (last.AddDays(1 - 364), last),
            MetricsPeriod.Own => (Latest(Earliest(first, last), last.AddDays(1 - LongestOwn)), last),
            _ => (last.AddDays(1 - DaysOfFourWeeks), last),
        };
        var comparison = Enum.TryParse<MetricsComparison>(Value("compare"), ignoreCase: true, out var with) && Enum.IsDefined(with) ? with : MetricsComparison.Before;
        return new MetricsAddress(period, new MetricsFilter(first, last)
        {
            AgentId = Id("agent"),
            ConsultantId = Id("consultant"),
            Hour = Number("hour", 0, 23),
            Weekday = Number("weekday", 1, 7) is { } weekday ? (DayOfWeek)(weekday % 7) : null,
            Potential = Potentials.Parse(Value("potential")),
            Campaign = Value("campaign"),
        }, comparison);
    }

    /// <summary>The period as long as this one that ends so many periods later.</summary>
    public MetricsAddress Step(int periods) => this with
    {
        Filter = Filter with { First = Filter.First.AddDays(periods * Length), Last = Filter.Last.AddDays(periods * Length) },
    };

    /// <summary>The address, below the page's.</summary>
    public string Write()
    {
        var values = new Dictionary<string, string?>
        {
            ["period"] = Word(Period),
            ["from"] = Period == MetricsPeriod.Own ? OfficeDates.Key(Filter.First) : null,
            ["to"] = OfficeDates.Key(Filter.Last),
            ["compare"] = Comparison == MetricsComparison.Before ? null : Word(Comparison),
            ["agent"] = Filter.AgentId?.ToString(),
            ["consultant"] = Filter.ConsultantId?.ToString(),
            ["hour"] = Filter.Hour?.ToString(CultureInfo.InvariantCulture),
            ["weekday"] = Filter.Weekday is { } day ? (day == DayOfWeek.Sunday ? 7 : (int)day).ToString(CultureInfo.InvariantCulture) : null,
            ["potential"] = Filter.Potential?.Code(),
            ["campaign"] = Filter.Campaign,
        };
        return QueryHelpers.AddQueryString("admin/metrics", values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static DateOnly Earliest(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>How long a period is.</summary>
public enum MetricsPeriod
{
    /// <summary>The last four weeks.</summary>
    Weeks,

    /// <summary>One ISO week: the weekly report.</summary>
    Week,

    /// <summary>Thirteen weeks.</summary>
    Quarter,

    /// <summary>Fifty-two weeks.</summary>
    Year,

    /// <summary>From one day to another.</summary>
    Own,
}

/// <summary>What a period is compared with.</summary>
public enum MetricsComparison
{
    /// <summary>The one before, of the same length.</summary>
    Before,

    /// <summary>The same weeks of last year.</summary>
    Year,

    /// <summary>Nothing.</summary>
    None,
}
