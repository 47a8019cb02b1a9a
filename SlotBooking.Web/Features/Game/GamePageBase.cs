using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Live;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Features.Game;

/// <summary>What the pages of the game have in common: who looks, and reading anew when numbers changed.</summary>
public abstract class GamePageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private GameLive? _live;

    /// <summary>Ends what is being read when the page is left.</summary>
    protected CancellationToken Closed => _closed.Token;

    /// <summary>Who looks.</summary>
    protected Actor Me { get; private set; } = Actor.System;

    /// <summary>The account of who looks.</summary>
    protected Guid MyId => Me.AccountId ?? Guid.Empty;

    /// <summary>Whether only the own numbers are shown.</summary>
    protected virtual bool IsOnlyMine => false;

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private CurrentActor Person { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _live?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what is shown.</summary>
    protected abstract Task LoadAsync();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Me = await Person.GetAsync();
        _live = new GameLive(Feed, Time, IsOnlyMine ? MyId : null, Wake);
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    private void Wake() => _ = InvokeAsync(async () =>
    {
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The tab was closed meanwhile.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}
