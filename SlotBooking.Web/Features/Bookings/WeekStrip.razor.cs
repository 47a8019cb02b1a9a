using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <summary>The traffic lights of the shown week's working days and of the next six weeks. Drawn only when one of them changed.</summary>
public sealed partial class WeekStrip
{
    private (IReadOnlyList<DayLoad> Days, IReadOnlyList<WeekLoad> Weeks, DateOnly Shown, DateOnly Today)? _drawn;
    private bool _changed;
    private IsoWeek _shownWeek;

    [Parameter, EditorRequired]
    public required IReadOnlyList<DayLoad> Days { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<WeekLoad> Weeks { get; set; }

    /// <summary>The day the page shows.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Shown { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    protected override void OnParametersSet()
    {
        var shown = (Days, Weeks, Shown, Today);
        (_changed, _drawn) = (_drawn is { } before && before != shown, shown);
        _shownWeek = IsoWeek.Of(Shown);
    }

    protected override bool ShouldRender() => _changed;

    private string Style(DayLoad day) => day.BlockedBy is not null ? "off" : day.Day < Today ? "past" : "";

    private static Glyph? Icon(DayLoad day) => day switch
    {
        { BlockedBy: not null } => Glyph.Block,
        { Load.Level: LoadLevel.Over } => Glyph.Warning,
        _ => null,
    };

    private string Figure(Load load) => load.Percent is { } percent
        ? string.Create(CultureInfo.CurrentCulture, $"{percent}\u00a0%")
        : T["zu"];

    private string Fact(DayLoad day) => day switch
    {
        { BlockedBy: { } reason } => reason,
        _ when day.Day < Today => T["vorbei"],
        { Load.Level: LoadLevel.Over } => T["Berater fehlt"],
        { Load.Level: LoadLevel.Full } => T["voll"],
        { Load.Capacity: 0 } => T["kein Berater"],
        _ => T["{0} frei", day.Load.Free],
    };

    /// <summary>A week's link leads to its Monday, this week's to today.</summary>
    private DateOnly First(WeekLoad week) => week.Week == IsoWeek.Of(Today) ? Today : week.Week.Monday;
}
