using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.News;
using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>One's own game: level, why there are so many points today, what is near, the streak, what was earned, and what one wants to be told.</summary>
public sealed partial class GamePage
{
    private readonly Func<Task> _togglePopups;
    private readonly Func<Task> _toggleSound;
    private MyGame? _game;
    private IReadOnlyList<LedgerLine> _lines = [];
    private GameChoice _choice = new();

    public GamePage()
    {
        _togglePopups = () => ChooseAsync(!_choice.IsQuiet, _choice.HasSound);
        _toggleSound = () => ChooseAsync(_choice.IsQuiet, !_choice.HasSound);
    }

    /// <inheritdoc />
    protected override bool IsOnlyMine => true;

    [Inject]
    private MyGameReader Games { get; set; } = default!;

    [Inject]
    private LedgerReader Ledger { get; set; } = default!;

    [Inject]
    private GameChoices Choices { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var today = Clock.Today;
        _lines = [.. (await Ledger.ReadAsync(MyId, today, today, Closed)).Reverse()];
        _choice = await Choices.ReadAsync(MyId, Closed);
        _game = await Games.ReadAsync(MyId, Closed);
    }

    private string Explained(LedgerLine line)
    {
        var what = GameWords.For(T, line);
        return line.Customer is not { } customer ? what
            : line.Slot is { } slot ? $"{customer} {what} ({OfficeDates.Narrow(slot.Day, slot.Start)})"
            : $"{customer} {what}";
    }

    private async Task ChooseAsync(bool isQuiet, bool hasSound)
    {
        await Choices.ChooseAsync(Me, isQuiet, hasSound, Closed);
        _choice = await Choices.ReadAsync(MyId, Closed);
    }
}
