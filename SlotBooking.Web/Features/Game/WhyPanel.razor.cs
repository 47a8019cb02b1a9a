using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>The ledger's lines behind a day, a month or everything, a page at a time. game.js closes it with Esc and keeps the page where it stood.</summary>
public sealed partial class WhyPanel
{
    private LedgerPage? _page;
    private IReadOnlyList<IGrouping<DateOnly, LedgerLine>> _days = [];
    private IReadOnlyList<LedgerMonth> _months = [];

    /// <summary>Whose points.</summary>
    [Parameter, EditorRequired]
    public required Guid Account { get; set; }

    /// <summary>Which of them.</summary>
    [Parameter, EditorRequired]
    public required string For { get; set; }

    /// <summary>Which page of their lines.</summary>
    [Parameter]
    public int Page { get; set; } = 1;

    /// <summary>Rises when numbers changed.</summary>
    [Parameter]
    public int Version { get; set; }

    [Inject]
    private LedgerReader Ledger { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    private DateOnly Today => Clock.Today;

    private WhySpan Span => WhySpan.Of(For, Today) ?? WhySpan.OfDay(Today);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var (asked, span) = ((For, Page, Version), Span);
        var page = await Ledger.PageAsync(Account, span.First, span.Through, Page, CancellationToken.None);
        var months = span.Kind == WhyKind.All ? await Ledger.MonthsAsync(Account, Today, CancellationToken.None) : [];
        if (asked == (For, Page, Version)) // else something else is asked for by now
        {
            (_page, _months, _days) = (page, months, [.. page.Lines.GroupBy(l => l.Day)]);
        }
    }

    private static string Address(WhySpan span, int page = 1) => $"gamification?warum={span.Key}{(page > 1 ? FormattableString.Invariant($"&seite={page}") : "")}";

    private static string? Mark(bool isHere) => isHere ? "true" : null;

    private string Named(WhySpan span) => span.Kind switch
    {
        WhyKind.Day when span.First == Today => T["Heute, {0}", OfficeDates.WithMonth(span.First)],
        WhyKind.Day => $"{OfficeDates.WithMonth(span.First)} {OfficeDates.Year(span.First)}",
        WhyKind.Month => OfficeDates.Month(span.First),
        _ => T["seit dem ersten Tag"],
    };

    /// <summary>The time; with its day when it counts for another one.</summary>
    private string At(LedgerLine line)
    {
        var (day, time) = Clock.WallClock(line.At);
        return day == line.Day ? OfficeDates.Clock(time) : OfficeDates.Narrow(day, time);
    }

    private string Detail(LedgerLine line) => line switch
    {
        { Customer: { } customer, Slot: { } slot } => T["{0}, Termin {1}", customer, OfficeDates.OnCard(slot.Day, slot.Start)],
        { Customer: { } customer } => customer,
        _ => T["{0}: {1}", line.Author ?? "", line.Reason ?? ""],
    };
}
