using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Live;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Customers;

/// <summary>Keeps the profiles up to date while the program serves: soon after a booking changed, and now and then for what came without an event.</summary>
public sealed partial class CustomerBookLoop(CustomerBook book, LiveFeed feed, TimeProvider time, ILogger<CustomerBookLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(30);

    /// <summary>Bookings that come in quick succession are entered together.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    private readonly Bell _bell = new();

    /// <inheritdoc />
    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var subscription = feed.Subscribe(Note);
        var rang = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await book.RunAsync(alsoUnseen: !rang, stoppingToken);
                rang = await _bell.WaitAsync(Glance, stoppingToken);
                await Task.Delay(Breath, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogInterrupted(exception);
                await Task.Delay(Glance, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(CustomerBook.Concerns))
        {
            _bell.Ring();
        }
    }

    [LoggerMessage(LogLevel.Error, "Keeping customers up to date was interrupted; it goes on")]
    private partial void LogInterrupted(Exception exception);
}
