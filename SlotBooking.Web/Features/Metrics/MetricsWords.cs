using System.Globalization;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Metrics;

/// <summary>Puts figures into words and colours.</summary>
internal static class MetricsWords
{
    /// <summary>What became of appointments, in the order in which it is shown, with its colour.</summary>
    public static readonly IReadOnlyList<(BookingStatus Status, string Colour)> Outcomes =
    [
        (BookingStatus.Completed, "var(--sb-good)"),
        (BookingStatus.NoShow, "var(--sb-bad)"),
        (BookingStatus.Ghost, "var(--sb-series-6)"),
        (BookingStatus.Cancelled, "var(--sb-tight)"),
        (BookingStatus.Rescheduled, "var(--sb-series-3)"),
        (BookingStatus.Overhang, "var(--sb-series-8)"),
        (BookingStatus.Exit, "var(--sb-series-5)"),
        (BookingStatus.Open, "var(--sb-seat)"),
    ];

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>A difference of two rates in percentage points: „+1,2“.</summary>
    public static string Signed(double points) => points.ToString("+0.0;−0.0;0.0", Culture);

    /// <summary>For an attribute that a style reads: „36.2%“.</summary>
    public static string Share(double? rate) => ((rate ?? 0) * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>In a sentence; what is still open has no outcome yet.</summary>
    public static string Outcome(this IStringLocalizer<Texts> t, BookingStatus status) => status == BookingStatus.Open ? t["ohne Ergebnis"] : t.Name(status);

    /// <summary>Appointments of the calendar may not say who made them.</summary>
    public static string Agent(this IStringLocalizer<Texts> t, AgentName agent) => agent.DisplayName.Length > 0 ? agent.DisplayName : t["im Kalender eingetragen"];

    /// <summary>„KW 47 2026“ or „28. Okt. bis 24. Nov. 2026“.</summary>
    public static string Title(this IStringLocalizer<Texts> t, MetricsAddress address) => address.Period == MetricsPeriod.Week
        ? t["KW {0}", $"{address.Week.Week} {address.Week.Year}"]
        : t["{0} bis {1}", Short(address.Filter.First), Short(address.Filter.Last)];

    /// <summary>„24.11.2026“ in the language's own way.</summary>
    public static string Short(DateOnly day) => day.ToString("d", Culture);

    /// <summary>„Mo“.</summary>
    public static string Weekday(DayOfWeek day) => Culture.DateTimeFormat.GetAbbreviatedDayName(day).TrimEnd('.');

    /// <summary>What a point of the time axis is called: a day, or a week.</summary>
    public static string Point(this IStringLocalizer<Texts> t, TimePoint point) => point.IsWeek
        ? t["KW {0}", IsoWeek.Of(point.First).Week]
        : OfficeDates.WithMonth(point.First);
}
