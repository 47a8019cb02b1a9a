using Microsoft.Extensions.Logging;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendar;

/// <summary>Brings the central calendar in line with the bookings. Bookings never wait for it.</summary>
/// <remarks>
/// A row says only that a booking's event may be wrong; what is written is the booking as it stands then.
/// Any number of these may run, in any number of processes, and die at any point: claims keep them apart, and the event's id keeps it one event.
/// </remarks>
public sealed partial class CalendarOutbox(
    Database database, OutboxIntake intake, CalendarDirectory directory, CalendarHealth health, SettingsStore settings, OfficeClock clock, ILogger<CalendarOutbox> logger)
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
            await _rows.DoneAsync(claimed, put.Stands, put.Marks, cancellationToken);
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

    private async Task<(PutAppointment? Stands, MarksWanted? Marks)> BringInLineAsync(ClaimedWrite claimed, CancellationToken cancellationToken)
    {
        var provider = directory.For(directory.Central);
        var rules = (await settings.ReadAsync(cancellationToken)).Outcomes;
        var marks = claimed.Booking is { } decided ? MarksWanted.Of(decided, rules, clock.Now) : null;
        switch (claimed.Booking)
        {
            case { IsErased: true } erased:
                await EraseAsync(provider, AppointmentEvent.Of(erased) with { Marks = marks }, erased, rules.Words, cancellationToken);
                return (null, null);
            case null or { CalendarEventId: not null } when marks is null:
                return (null, null);
            case { CalendarEventId: { } eventId }:
                return (await provider.MarkAsync(directory.Central, eventId, marks!, cancellationToken), marks);
            case { Status: BookingStatus.Cancelled, CancelReason: not null } booking:
                await provider.RemoveAsync(directory.Central, booking.Id, booking.CalendarGeneration, cancellationToken);
                return (null, null);
            default:
                var wanted = AppointmentEvent.Of(claimed.Booking!) with { Marks = marks };
                return (await provider.PutAsync(directory.Central, wanted, claimed.Write.ETag, cancellationToken), marks);
        }
    }

    private async Task EraseAsync(
        ICalendarProvider provider, AppointmentEvent wanted, Booking booking, MarkerWords words, CancellationToken cancellationToken)
    {
        if (booking is { Status: BookingStatus.Cancelled, CalendarEventId: null })
        {
            await provider.RemoveAsync(directory.Central, booking.Id, booking.CalendarGeneration, cancellationToken);
        }

        var eventId = booking.CalendarEventId ?? AppointmentEventId.Of(booking.Id, booking.CalendarGeneration);
        await provider.EraseAsync(directory.Central, eventId, wanted, words, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The event of booking {BookingId} was not written: {Trouble}")]
    private partial void LogNotWritten(Guid bookingId, CalendarTrouble trouble, Exception exception);
}
