using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;

namespace SlotBooking.Web.Features.Game;

/// <summary>A card of what admins look after in the game.</summary>
public abstract class OfficeCard : DoingCard
{
    /// <summary>How things stand.</summary>
    [Parameter, EditorRequired]
    public required GameOverviewAnswer Office { get; set; }

    /// <summary>Who looks after them.</summary>
    [Parameter, EditorRequired]
    public required Actor Account { get; set; }

    /// <summary>Something was stored: how things stand is to be read anew.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>Knows the office's zone and today.</summary>
    [Inject]
    protected OfficeClock Clock { get; private set; } = default!;
}
