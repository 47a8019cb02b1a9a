using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Events;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Metrics;

/// <summary>The figures of a period for admins. Everything that is asked for stands in the address, so that a link shows the same.</summary>
/// <remarks>The figures are read beside the circuit; of several questions in a row only the last one is answered.</remarks>
public sealed partial class MetricsPage : IDisposable
{
    private CancellationTokenSource _question = new();
    private Actor? _actor;
    private MetricsAddress? _address;
    private MetricsAnswer? _answer;
    private IReadOnlyList<Tile> _tiles = [];
    private bool _isLoading;
    private bool _isDenied;
    private bool _isClosed;

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private MetricsDesk Desk { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Links { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _isClosed = true;
        Links.LocationChanged -= OnMoved;
        _question.Cancel();
        _question.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Links.LocationChanged += OnMoved;
        _actor = await CurrentActor.GetAsync();
        await AskAsync();
    }

    private void OnMoved(object? sender, LocationChangedEventArgs moved)
    {
        if (Links.ToBaseRelativePath(moved.Location).StartsWith("admin/metrics", StringComparison.OrdinalIgnoreCase))
        {
            _ = InvokeAsync(AskAgainAsync);
        }
    }

    private async Task AskAgainAsync()
    {
        try
        {
            await AskAsync();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private async Task AskAsync()
    {
        if (_isClosed)
        {
            return;
        }

        await _question.CancelAsync();
        _question.Dispose();
        _question = new CancellationTokenSource();
        var (question, address) = (_question.Token, MetricsAddress.Read(Links.Uri, Clock.Today));
        (_address, _isLoading) = (address, true);
        StateHasChanged();
        try
        {
            var answer = await Task.Run(() => Desk.ReadAsync(_actor!, address.Filter, address.Compared, question), question);
            if (!question.IsCancellationRequested)
            {
                (_answer, _isDenied, _isLoading) = (answer, answer is null, false);
                _tiles = answer is null ? [] : Tiles(answer);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (question.IsCancellationRequested)
        {
            // Another question was asked meanwhile, or the page was left.
        }
    }

    private IReadOnlyList<Tile> Tiles(MetricsAnswer answer)
    {
        var points = TimePoint.Of(answer.Figures.Days);
        var (total, before) = (answer.Figures.Total.Total, answer.Before?.Total.Total);
        var difference = total - before;
        return
        [
            new(
                "total", T["Gelegt"], NumberTexts.Count(total), null, T["Alle gelegten Termine des Zeitraums, die vorbei sind, gleich was daraus wurde."],
                difference is { } more ? new(more < 0 ? T["{0} weniger", NumberTexts.Count(-more)] : T["{0} mehr", NumberTexts.Count(more)], Math.Sign(more), more == 0 ? null : more > 0) : null,
                [.. points.Select(p => (double?)p.Counts.Total)]),
            Rate(Formulas.AttendanceOfBooked, isGood: true, answer, points),
            Rate(Formulas.AttendanceOfHeld, isGood: true, answer, points),
            Rate(Formulas.NoShowRate, isGood: false, answer, points),
            Rate(Formulas.CancellationRate, isGood: false, answer, points),
            Rate(Formulas.ConfirmedRate, isGood: true, answer, points),
        ];
    }

    private Tile Rate(Formula formula, bool isGood, MetricsAnswer answer, IReadOnlyList<TimePoint> points)
    {
        var now = formula.Of(answer.Figures.Total);
        var difference = answer.Before is { } before && formula.Of(before.Total) is { } then && now is { } rate ? Math.Round((rate - then) * 100, 1) : (double?)null;
        var delta = difference is { } points100
            ? new FigureTile.Difference(
                T["{0} Prozentpunkte", MetricsWords.Signed(points100)], Math.Sign(points100), points100 == 0 ? null : points100 > 0 == isGood)
            : null;
        return new Tile(
            formula.Id, T[formula.Name], NumberTexts.Rate(now), now is null ? null : "%", T[formula.Sentence], delta, [.. points.Select(p => formula.Of(p.Counts))]);
    }

    private sealed record Tile(
        string Id, string Name, string Figure, string? Unit, string? Sentence, FigureTile.Difference? Delta, IReadOnlyList<double?> Course);
}
