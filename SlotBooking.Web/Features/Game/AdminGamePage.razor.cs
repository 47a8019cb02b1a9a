using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements.Boards;

namespace SlotBooking.Web.Features.Game;

/// <summary>What admins decide about the game: rules, who is on the boards, corrections, absences; and what was not understood.</summary>
public sealed partial class AdminGamePage
{
    private readonly EventCallback _changed;
    private GameOverviewAnswer? _office;

    public AdminGamePage() => _changed = EventCallback.Factory.Create(this, ReadAsync);

    [Inject]
    private GameOverview Overview { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task LoadAsync() => _office = await Overview.ReadAsync(Me, Closed) ?? throw new UnauthorizedAccessException();
}
