using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Accounts;

/// <summary>Makes the session book look: at once when an account has changed, and every few seconds anyway. The sign-in hears of changes, too.</summary>
public sealed partial class SessionWatcher(SessionBook book, SignInDesk desk, LiveFeed feed, TimeProvider time, ILogger<SessionWatcher> logger)
    : BackgroundService
{
    private readonly Bell _bell = new();

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _bell.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe(Hear);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _bell.WaitAsync(SessionBook.Trust, stoppingToken);
                if (book.Watches > 0)
                {
                    await book.RefreshAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogNotLooked(exception);
                await Task.Delay(SessionBook.Trust, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Hear(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(e => e.Kind == EventKinds.AccountChanged))
        {
            book.Doubt();
            desk.Doubt();
            _bell.Ring();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The sessions could not be looked at; it is tried again")]
    private partial void LogNotLooked(Exception exception);
}
