using Microsoft.Extensions.Hosting;

namespace SlotBooking.Core.Events;

/// <summary>Works while the program serves: at once when something was told that concerns it, and now and then for what was not heard of.</summary>
/// <remarks>What goes wrong is told and tried again with the next glance; it never ends the loop. The time between two looks is real time, for the bell waits in it.</remarks>
public abstract class FeedLoop(LiveFeed feed, TimeProvider time) : BackgroundService
{
    private readonly Bell _bell = new();

    /// <summary>How long it waits when nothing is heard, and after a failure.</summary>
    protected abstract TimeSpan Glance { get; }

    /// <summary>How long it gathers after it was woken, so that what comes in quick succession is done together.</summary>
    protected virtual TimeSpan Breath => TimeSpan.Zero;

    /// <inheritdoc />
    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the event is a reason to work. Asked on the thread of whoever wrote it: kinds are compared, details are not read.</summary>
    protected abstract bool Concerns(OfficeEvent told);

    /// <summary>Does what there is to do.</summary>
    /// <param name="hasHeard">Whether an event woke it; otherwise it only has a look.</param>
    /// <param name="cancellationToken">Ends it with the program.</param>
    protected abstract Task WorkAsync(bool hasHeard, CancellationToken cancellationToken);

    /// <summary>Writes down that the work was interrupted.</summary>
    protected abstract void Interrupted(Exception exception);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var subscription = feed.Subscribe(Note);
        var hasHeard = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(hasHeard, stoppingToken);
                hasHeard = await _bell.WaitAsync(Glance, stoppingToken);
                await Task.Delay(Breath, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Interrupted(exception);
                await Task.Delay(Glance, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Note(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(Concerns))
        {
            _bell.Ring();
        }
    }
}
