using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Accounts;

/// <summary>Makes the session book look: at once when an account has changed, and every few seconds anyway.</summary>
public sealed partial class SessionWatcher(SessionBook book, LiveFeed feed, TimeProvider time, ILogger<SessionWatcher> logger) : BackgroundService
{
    private readonly SemaphoreSlim _wanted = new(0, 1);

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _wanted.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe(Hear);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _wanted.WaitAsync(SessionBook.Trust, stoppingToken);
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
            try
            {
                _wanted.Release();
            }
            catch (SemaphoreFullException)
            {
                // It is going to look anyway.
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The sessions could not be looked at; it is tried again")]
    private partial void LogNotLooked(Exception exception);
}
