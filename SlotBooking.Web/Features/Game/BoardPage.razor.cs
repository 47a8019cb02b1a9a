using System.Globalization;
using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>The boards of now and of months that are over. Of many people the first are shown, and always the one who looks.</summary>
public sealed partial class BoardPage
{
    private const int Step = 50;
    private const int MostShown = 10_000;

    private static readonly (BoardKind Kind, string Address, string Name)[] Kinds =
        [(BoardKind.Month, "monat", "Monat"), (BoardKind.AllTime, "alle", "Alle Zeiten"), (BoardKind.Badges, "abzeichen", "Abzeichen"), (BoardKind.Streaks, "serien", "Serien")];

    private BoardKind _kind;
    private DateOnly? _month;
    private Board? _board;
    private IReadOnlyList<PastMonth> _months = [];
    private IReadOnlyList<BoardRow> _podium = [];
    private IReadOnlyList<BoardRow> _rows = [];
    private bool _hasChanges;
    private int _shown = Step;
    private int _hidden;
    private string _title = "";
    private string _unit = "";

    /// <summary>What the board goes by: monat, alle, abzeichen, serien.</summary>
    [SupplyParameterFromQuery(Name = "nach")]
    public string? By { get; set; }

    /// <summary>A month that is over, „2026-10“.</summary>
    [SupplyParameterFromQuery(Name = "monat")]
    public string? Month { get; set; }

    /// <summary>How many rows are shown.</summary>
    [SupplyParameterFromQuery(Name = "zeigt")]
    public string? Showing { get; set; }

    [Inject]
    private BoardReader Boards { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    private string Address => _month is { } month ? $"scoreboard?monat={WhySpan.OfMonth(month).Key}&" : $"scoreboard?nach={Kinds.First(k => k.Kind == _kind).Address}&";

    private BoardRow? Mine => _board!.Rows.FirstOrDefault(r => r.IsMe);

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var kind = Kinds.FirstOrDefault(k => k.Address == By).Kind;
        var month = WhySpan.Of(Month, Clock.Today) is { Kind: WhyKind.Month } span && span.Through < Clock.Today ? span.First : (DateOnly?)null;
        var board = month is { } past ? await Boards.ReadMonthAsync(past, MyId, Closed) : await Boards.ReadAsync(kind, MyId, Closed);
        var months = await Boards.MonthsAsync(MyId, Closed);
        (_kind, _month, _board, _months) = (month is null ? kind : BoardKind.Month, month, board, months);
        _shown = int.TryParse(Showing, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? Math.Clamp(shown, Step, MostShown) : Step;
        _podium = board.Podium.Count == 3 && board.Podium[^1].Value > 0 ? board.Podium : [];
        var rows = board.Rows.Skip(_podium.Count).ToList();
        _rows = [.. rows.Where((row, n) => n < _shown || row.IsMe)];
        _hidden = rows.Count - _rows.Count;
        _hasChanges = month is null && board.Rows.Any(r => r.Change is not null); // not on the first day, when nothing was closed
        (_title, _unit) = (Title(_kind), Unit(_kind));
    }

    private string Title(BoardKind kind) => (kind, _month) switch
    {
        (BoardKind.Month, { } month) => T["Punkte im {0}", OfficeDates.Month(month)],
        (BoardKind.Month, _) => T["Punkte im {0}", OfficeDates.Month(Clock.Today)],
        (BoardKind.AllTime, _) => T["Punkte aller Zeiten"],
        (BoardKind.Badges, _) => T["Abzeichen, seltene zählen mehr"],
        _ => T["Arbeitstage in Folge"],
    };

    private string Unit(BoardKind kind) => kind switch
    {
        BoardKind.Badges => T["Wertung"],
        BoardKind.Streaks => T["Tage"],
        _ => T["Punkte"],
    };

    /// <summary>Streaks of several people make no sum that means anything.</summary>
    private string Together(Board board) => board.Kind == BoardKind.Streaks || board.View == BoardView.Team ? "" : T["{0:N0} zusammen", board.Team];

    /// <summary>How far it is to the next better place.</summary>
    private string Gap(Board board, BoardRow mine)
    {
        if (mine.Value <= 0)
        {
            return T["Die nächste Buchung bringt dich auf die Liste."];
        }

        if (mine.Rank > 1 && board.Rows.LastOrDefault(r => r.Value > mine.Value) is { } above)
        {
            return T["{0} ist {1:N0} vor dir.", above.Name, above.Value - mine.Value];
        }

        if (mine.Rank > 1)
        {
            return T["Die vor dir sind weiter weg, als hier gezeigt wird."];
        }

        return board.Rows.FirstOrDefault(r => r.Value < mine.Value && r.Value > 0) is { } below
            ? T["Niemand ist vor dir. {0} ist {1:N0} hinter dir.", below.Name, mine.Value - below.Value]
            : T["Niemand ist vor dir."];
    }
}
