using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>What the address asks for. What cannot be read has its default, and a default is not written.</summary>
/// <remarks>The search stands behind the #: browsers keep that part to themselves, so no customer's name comes into a log of requests.</remarks>
public sealed record MineAddress
{
    private const int LongestPeriod = 400;
    private const string Everybodys = "all";

    /// <summary>Which view.</summary>
    public MineView View { get; init; }

    /// <summary>The period that was chosen; null for the usual one around today.</summary>
    public (DateOnly First, DateOnly Last)? Own { get; init; }

    /// <summary>The Monday of the week calendar; null for this week.</summary>
    public DateOnly? Monday { get; init; }

    /// <summary>Whose appointments; null for the viewer's usual choice.</summary>
    public Guid? AgentId { get; init; }

    /// <summary>True when everybody's are asked for.</summary>
    public bool IsEverybody { get; init; }

    /// <summary>The stands that are shown; none means all.</summary>
    public ImmutableSortedSet<Stand> Stands { get; init; } = [];

    /// <summary>What is searched for.</summary>
    public string Search { get; init; } = "";

    /// <summary>How the table is sorted; null for its usual order.</summary>
    public MineOrder? Order { get; init; }

    /// <summary>The table's page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The column that a phone shows.</summary>
    public Stand Lane { get; init; }

    /// <summary>The appointment whose panel is open when the page is entered.</summary>
    public Guid? Opened { get; init; }

    /// <summary>Whether anything narrows what is shown.</summary>
    public bool IsNarrowed => Stands.Count > 0 || Search.Length > 0;

    /// <summary>Reads an address.</summary>
    public static MineAddress Read(string uri)
    {
        var address = new Uri(uri);
        var query = QueryHelpers.ParseQuery(address.Query);
        string? Value(string name) => query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Value(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2100 ? day : null;

        var hidden = QueryHelpers.ParseQuery(address.Fragment.TrimStart('#'));
        return new MineAddress
        {
            View = Enum.TryParse<MineView>(Value("view"), ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : default,
            Own = Day("from") is { } first && Day("to") is { } last ? Within(first, last) : null,
            Monday = Day("week") is { } week ? IsoWeek.Of(week).Monday : null,
            AgentId = Guid.TryParse(Value("agent"), out var agent) ? agent : null,
            IsEverybody = Value("agent") == Everybodys,
            Stands = [.. (Value("stand") ?? "").Split(',').Select(Core.Bookings.MyBookings.Stands.Parse).OfType<Stand>()],
            Search = hidden.TryGetValue("q", out var search) ? Short(search.ToString()) : "",
            Order = ReadOrder(Value("sort")),
            Page = int.TryParse(Value("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1,
            Lane = Core.Bookings.MyBookings.Stands.Parse(Value("lane"))?.Lane() ?? default,
            Opened = Guid.TryParse(Value("open"), out var opened) ? opened : null,
        };
    }

    /// <summary>The days that a period of this address spans.</summary>
    public (DateOnly First, DateOnly Last) Period(DateOnly today) => Own ?? MineQuestion.Usual(today);

    /// <summary>The Monday that the week calendar shows.</summary>
    public DateOnly Week(DateOnly today) => Monday ?? IsoWeek.Of(today).Monday;

    /// <summary>What has to be read for it.</summary>
    public MineQuestion Question(MineViewer viewer, DateOnly today)
    {
        var (first, last) = View == MineView.Week ? (Week(today), Week(today).AddDays(6)) : Period(today);
        return new MineQuestion(Whose(viewer), first, last);
    }

    /// <summary>Whose appointments are shown; null for everybody's. Without a choice agents see their own, the others everybody's.</summary>
    public Guid? Whose(MineViewer viewer) => !viewer.SeesEverybody ? viewer.AccountId
        : AgentId ?? (IsEverybody || !viewer.IsAgent ? null : viewer.AccountId);

    /// <summary>The same with another period; days in the wrong order are put right, and nothing is longer than thirteen months.</summary>
    public MineAddress With(DateOnly first, DateOnly last) => this with { Own = Within(first, last), Page = 1 };

    /// <summary>The address, below the page's.</summary>
    public string Write()
    {
        var values = new Dictionary<string, string?>
        {
            ["view"] = View == default ? null : Word(View),
            ["from"] = Own is { } from ? OfficeDates.Key(from.First) : null,
            ["to"] = Own is { } to ? OfficeDates.Key(to.Last) : null,
            ["week"] = Monday is { } monday ? OfficeDates.Key(monday) : null,
            ["agent"] = AgentId?.ToString() ?? (IsEverybody ? Everybodys : null),
            ["stand"] = Stands.Count == 0 ? null : string.Join(',', Stands.Select(stand => stand.Code())),
            ["sort"] = Order is { } order ? (order.IsDescending ? "-" : "") + Word(order.Column) : null,
            ["page"] = Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture),
            ["lane"] = Lane == default ? null : Lane.Code(),
        };
        var address = QueryHelpers.AddQueryString("my-calendar", values.Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value));
        return Search.Length == 0 ? address : $"{address}#q={Uri.EscapeDataString(Search)}";
    }

    private static MineOrder? ReadOrder(string? text) =>
        text is not null && Enum.TryParse<MineColumn>(text.TrimStart('-'), ignoreCase: true, out var column) && Enum.IsDefined(column)
            ? new MineOrder(column, text.StartsWith('-'))
            : null;

    private static (DateOnly First, DateOnly Last) Within(DateOnly first, DateOnly last)
    {
        (first, last) = first <= last ? (first, last) : (last, first);
        return (first, last < first.AddDays(LongestPeriod) ? last : first.AddDays(LongestPeriod));
    }

    private static string Short(string text) => text.Length <= 100 ? text : text[..100];

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
