using System.Globalization;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>Which points are to be explained, as it stands in the address: „heute“, a day, a month, or „alle“.</summary>
/// <param name="Kind">How long the stretch is.</param>
/// <param name="First">Its first day.</param>
/// <param name="Through">Its last day.</param>
internal sealed record WhySpan(WhyKind Kind, DateOnly First, DateOnly Through)
{
    private const string Today = "heute";
    private const string Everything = "alle";
    private const string MonthFormat = "yyyy-MM";

    /// <summary>How it is written in the address.</summary>
    public string Key => Kind switch
    {
        WhyKind.Day => OfficeDates.Key(First),
        WhyKind.Month => First.ToString(MonthFormat, CultureInfo.InvariantCulture),
        _ => Everything,
    };

    /// <summary>All there ever were.</summary>
    public static WhySpan All { get; } = new(WhyKind.All, new DateOnly(2000, 1, 1), new DateOnly(2999, 12, 31));

    /// <summary>One day.</summary>
    public static WhySpan OfDay(DateOnly day) => new(WhyKind.Day, day, day);

    /// <summary>The month of a day.</summary>
    public static WhySpan OfMonth(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new WhySpan(WhyKind.Month, first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>Reads the address; null when nothing is asked, or nothing that there could be.</summary>
    public static WhySpan? Of(string? text, DateOnly today)
    {
        if (text is Today or Everything)
        {
            return text == Today ? OfDay(today) : All;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return IsKnown(day) ? OfDay(day) : null;
        }

        return DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && IsKnown(month) ? OfMonth(month) : null;
    }

    /// <summary>The day or month before; null when there is none.</summary>
    public WhySpan? Before() => Kind switch
    {
        WhyKind.Day when IsKnown(First.AddDays(-1)) => OfDay(First.AddDays(-1)),
        WhyKind.Month when IsKnown(First.AddDays(-1)) => OfMonth(First.AddDays(-1)),
        _ => null,
    };

    /// <summary>The day or month after; null when it has not begun.</summary>
    public WhySpan? After(DateOnly today) => Kind == WhyKind.All || Through >= today ? null
        : Kind == WhyKind.Day ? OfDay(Through.AddDays(1))
        : OfMonth(Through.AddDays(1));

    private static bool IsKnown(DateOnly day) => day >= All.First && day <= All.Through;
}

/// <summary>How long a stretch is explained.</summary>
internal enum WhyKind
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>One month.</summary>
    Month,

    /// <summary>All.</summary>
    All,
}
