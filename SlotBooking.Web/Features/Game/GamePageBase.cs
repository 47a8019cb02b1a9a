using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>What the pages of the game have in common: who looks, and reading anew when numbers changed.</summary>
public abstract class GamePageBase : LivePage
{
    /// <summary>Who looks.</summary>
    protected Actor Me { get; private set; } = default!; // known before anything is read

    /// <summary>The account of who looks.</summary>
    protected Guid MyId => Me.AccountId ?? Guid.Empty;

    /// <summary>What others do moves one's own place too, which is worth a look now and then.</summary>
    protected override TimeSpan? LaterMoment => IsOnlyMine ? TimeSpan.FromSeconds(5) : null;

    /// <summary>Whether only the own numbers are shown.</summary>
    protected virtual bool IsOnlyMine => false;

    /// <inheritdoc />
    protected override TimeSpan Moment { get; } = TimeSpan.FromMilliseconds(100);

    [Inject]
    private CurrentActor Person { get; set; } = default!;

    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) =>
        IsOnlyMine ? GameEvents.Concerns(told, MyId) : GameEvents.Concerns(told) || told.Kind == EventKinds.AccountChanged;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Me = await Person.GetAsync();
        Listen();
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <inheritdoc />
    protected override bool ConcernsLater(OfficeEvent told) => GameEvents.Concerns(told);
}
