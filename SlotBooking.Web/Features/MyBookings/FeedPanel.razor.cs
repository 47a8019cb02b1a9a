using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Endpoints;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>The secret link to the own appointments: made, shown once, renewed, revoked.</summary>
public sealed partial class FeedPanel : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private Actor _actor = Actor.System;
    private FeedLinkView? _link;
    private string? _address;
    private string? _refusal;
    private bool _isFailure;
    private bool _isLoaded;
    private bool _isBusy;

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private FeedDesk Desk { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<FeedPanel> Logger { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => RunAsync(async () =>
    {
        _actor = await CurrentActor.GetAsync();
        (_link, _isLoaded) = (await Desk.FindAsync(_actor, _closed.Token), true);
    });

    private Task MakeAsync(Guid? instead) => RunAsync(async () => Take(await Desk.MakeAsync(_actor, instead, CancellationToken.None)));

    private Task RevokeAsync(Guid link) => RunAsync(async () => Take(await Desk.RevokeAsync(_actor, link, CancellationToken.None)));

    private void Take(FeedAnswer answer)
    {
        switch (answer)
        {
            case FeedAnswer.Made made:
                (_link, _address) = (made.Link, FeedEndpoint.Address(Navigation.BaseUri, made.Token));
                break;
            case FeedAnswer.Revoked:
                (_link, _address) = (null, null);
                break;
            case FeedAnswer.ChangedMeanwhile changed:
                (_link, _address, _refusal) = (changed.Link, null, T["In einem anderen Fenster hat sich der Link inzwischen geändert. Hier steht jetzt der Stand von dort."]);
                break;
            default:
                _refusal = T["Dein Konto darf das nicht."];
                break;
        }
    }

    /// <summary>One thing at a time; what fails is said here, with an id, and the page lives on.</summary>
    private async Task RunAsync(Func<Task> work)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _refusal, _isFailure) = (true, null, false);
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The panel was closed meanwhile.
        }
        catch (Exception exception)
        {
            var errorId = ErrorIds.Next();
            LogFailed(Logger, exception, errorId);
            (_refusal, _isFailure) = (T["Das hat nicht geklappt. Versuch es noch einmal. Fehler {0}.", errorId], true);
        }
        finally
        {
            _isBusy = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Changing a feed link failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);
}
