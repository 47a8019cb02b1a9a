using System.Globalization;
using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Web.Features.Game;

/// <summary>One's own game: level, why there are so many points, what is near, the streak, what was earned, and what one wants to be told.</summary>
public sealed partial class GamePage
{
    private MyGame? _game;
    private IReadOnlyList<LedgerLine> _lines = [];
    private int? _rank;
    private int _perBooking;
    private int _version;

    /// <summary>Which points are to be explained: heute, 2026-11-24, 2026-11, alle.</summary>
    [SupplyParameterFromQuery(Name = "warum")]
    public string? Why { get; set; }

    /// <summary>Which page of their lines.</summary>
    [SupplyParameterFromQuery(Name = "seite")]
    public string? LinesPage { get; set; }

    private int Page => int.TryParse(LinesPage, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    /// <inheritdoc />
    protected override bool IsOnlyMine => true;

    [Inject]
    private MyGameReader Games { get; set; } = default!;

    [Inject]
    private LedgerReader Ledger { get; set; } = default!;

    [Inject]
    private CardReader Cards { get; set; } = default!;

    [Inject]
    private SettingsStore Settings { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var today = Clock.Today;
        var lines = await Ledger.ReadAsync(MyId, today, today, Closed);
        var card = await Cards.ReadAsync(MyId, Closed);
        var rules = (await Settings.ReadAsync(Closed)).Game;
        var game = await Games.ReadAsync(MyId, Closed);
        (_lines, _rank, _perBooking, _game) = ([.. lines.Reverse()], card?.Rank, rules.BookingPoints, game);
        _version++;
    }
}
