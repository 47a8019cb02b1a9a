using Microsoft.Extensions.Logging;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendar;

/// <summary>Brings the central calendar in line with the bookings. Bookings never wait for it.</summary>
/// <remarks>
/// A row says only that a booking's event may be wrong; what is written is the booking as it stands then.
/// Any number of these may run, in any number of processes, and die at any point: claims keep them apart, and the event's id keeps it one event.
/// </remarks>
public sealed partial class CalendarOutbox(
    Database database, OutboxIntake intake, CalendarDirectory directory, CalendarHealth health, OfficeClock clock, ILogger<CalendarOutbox> logger)
{
    private const int AtOnce = 4;
    private const int PageSize = 50;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private readonly OutboxRows _rows = new(database, clock);
    private int _failuresInARow;
    private long _pausedUntilTicks;

    /// <summary>One round: takes in what the log tells and writes what is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await intake.RunAsync(cancellationToken);
        while (!IsPaused && await _rows.DueAsync(PageSize, cancellationToken) is { Count: > 0 } due)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = directory.UsesGoogle ? AtOnce : 1, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(due, options, async (bookingId, token) => await WriteAsync(bookingId, token));
        }

        await health.RefreshAsync(cancellationToken);
    }

    /// <summary>Gives writes that were refused for good another try, after somebody mended the reason.</summary>
    public Task<int> RetryParkedAsync(CancellationToken cancellationToken) => _rows.UnparkAsync(cancellationToken);

    /// <summary>While the calendar is away, one failed write speaks for all: the others are not tried one by one.</summary>
    private bool IsPaused => clock.Now.UtcTicks < Volatile.Read(ref _pausedUntilTicks);

    private async Task WriteAsync(Guid bookingId, CancellationToken cancellationToken)
    {
        if (IsPaused || await _rows.ClaimAsync(bookingId, cancellationToken) is not { } claimed)
        {
            return;
        }

        try
        {
            var put = await BringInLineAsync(claimed, cancellationToken);
            await _rows.DoneAsync(claimed, put, cancellationToken);
            Volatile.Write(ref _failuresInARow, 0);
        }
        catch (CalendarException exception)
        {
            if (claimed.Write.Attempts == 0 || exception.Trouble == CalendarTrouble.Refused)
            {
                LogNotWritten(bookingId, exception.Trouble, exception);
            }

            var pause = Backoff.After(FirstPause, claimed.Write.Attempts + 1, Random.Shared.NextDouble(), exception.RetryAfter);
            await _rows.FailedAsync(claimed, exception, pause, cancellationToken);
            if (exception.Trouble != CalendarTrouble.Refused)
            {
                PauseAll(exception);
            }
        }
    }

    private void PauseAll(CalendarException exception)
    {
        var failures = Interlocked.Increment(ref _failuresInARow);
        var until = clock.Now + Backoff.After(FirstPause, failures, Random.Shared.NextDouble(), exception.RetryAfter);
        Volatile.Write(ref _pausedUntilTicks, until.UtcTicks);
    }

    private async Task<PutAppointment?> BringInLineAsync(ClaimedWrite claimed, CancellationToken cancellationToken)
    {
        var provider = directory.For(directory.Central);
        switch (claimed.Booking)
        {
            case null:
                return null;
            case { Status: BookingStatus.Cancelled, CancelReason: not null } booking:
                await provider.RemoveAsync(directory.Central, booking.Id, booking.CalendarGeneration, cancellationToken);
                return null;
            case { } booking:
                return await provider.PutAsync(directory.Central, AppointmentEvent.Of(booking), claimed.Write.ETag, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The event of booking {BookingId} was not written: {Trouble}")]
    private partial void LogNotWritten(Guid bookingId, CalendarTrouble trouble, Exception exception);
}
