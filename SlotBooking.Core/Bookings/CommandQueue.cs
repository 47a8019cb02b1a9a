using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Carries out booking commands. Commands that wait at the same time share one transaction, so many agents cost one disk write.</summary>
/// <remarks>
/// An answer is given only after the commit. A batch that the database refuses is run again command by command, so that one bad command
/// harms no other; when the database is gone, all that wait hear so at once.
/// Thread-safe. There is one worker on PostgreSQL, too: two would halve the batches and wait for each other's slots.
/// </remarks>
public sealed partial class CommandQueue : IAsyncDisposable
{
    private const int BatchSize = 64;
    private const int Tries = 5;
    private static readonly TimeSpan Company = TimeSpan.FromMilliseconds(1);
    private readonly Channel<Waiting> _channel = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(4096));
    private readonly Database _database;
    private readonly CommandBatch _batch;
    private readonly ILogger<CommandQueue> _logger;
    private readonly Task _worker;

    /// <summary>Starts the worker.</summary>
    public CommandQueue(Database database, SettingsStore settings, OfficeClock clock, ILogger<CommandQueue> logger)
    {
        _database = database;
        _batch = new CommandBatch(settings, clock);
        _logger = logger;
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>Carries the command out and answers when the outcome is on disk.</summary>
    /// <exception cref="DbUpdateException">The database refused or is gone; nothing was changed. Cancelling only stops waiting for the answer.</exception>
    public async Task<CommandAnswer> SendAsync(BookingCommand command, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(command, new TaskCompletionSource<CommandAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _channel.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Carries out what is waiting, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Writer.TryComplete();
        await _worker;
    }

    private async Task WorkAsync()
    {
        var batch = new List<Waiting>(BatchSize);
        while (await _channel.Reader.WaitToReadAsync())
        {
            if (batch.Count > 1)
            {
                await WaitForCompanyAsync(batch.Count);
            }

            batch.Clear();
            while (batch.Count < BatchSize && _channel.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            if (batch.Count > 0)
            {
                await RunAsync(batch);
            }
        }
    }

    /// <summary>Those who have just been answered come back in a moment: together with who waits already they cost one transaction, not two.</summary>
    /// <remarks>It lets the others run instead of sleeping: the shortest sleep is longer than such a transaction.</remarks>
    private async Task WaitForCompanyAsync(int expected)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (_channel.Reader.Count < expected && TimeProvider.System.GetElapsedTime(since) < Company)
        {
            await Task.Yield();
        }
    }

    private async Task RunAsync(List<Waiting> batch)
    {
        try
        {
            var answers = await DecideAsync([.. batch.Select(w => w.Command)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer.SetResult(answers[i]);
            }
        }
        catch (Exception exception) when (batch.Count > 1 && exception is DbUpdateException or OvertakenException)
        {
            LogSplit(exception, batch.Count);
            foreach (var single in batch)
            {
                await RunAsync([single]);
            }
        }
        catch (Exception exception)
        {
            foreach (var waiting in batch)
            {
                waiting.Answer.SetException(exception);
            }
        }
    }

    private async Task<CommandAnswer[]> DecideAsync(BookingCommand[] commands)
    {
        for (var attempt = 1; ; attempt++)
        {
            var mayBeKnown = attempt > 1;
            try
            {
                return await _database.WriteAsync(
                    async db =>
                    {
                        var desk = await _batch.OpenAsync(db, commands, mayBeKnown, CancellationToken.None);
                        return commands.Select(desk.Decide).ToArray();
                    },
                    CancellationToken.None);
            }
            catch (OvertakenException) when (attempt < Tries)
            {
                // The booking stands in another slot by now, or the command was carried out before: look again.
            }
            catch (DbUpdateException exception) when (attempt < Tries && commands.Length == 1 && UniqueViolation.Is(exception))
            {
                // Another node carried out the same command, or sold the same place, a moment ago: look again.
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A batch of {Count} booking commands failed; they are carried out one by one")]
    private partial void LogSplit(Exception exception, int count);

    private readonly record struct Waiting(BookingCommand Command, TaskCompletionSource<CommandAnswer> Answer);
}
