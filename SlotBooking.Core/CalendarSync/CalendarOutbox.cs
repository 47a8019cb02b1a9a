using Microsoft.Extensions.Logging;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Brings the central calendar in line with the bookings. Bookings never wait for it.</summary>
/// <remarks>
/// A row says only that a booking's event may be wrong; what is written is the booking as it stands then.
/// Any number of these may run, in any number of processes, and die at any point: claims keep them apart, and the event's id keeps it one event.
/// </remarks>
public sealed partial class CalendarOutbox(
    Database database,
    OutboxIntake intake,
    CalendarDirectory directory,
    CalendarHealth health,
    CalendarSettings calendars,
    SettingsStore settings,
    OfficeClock clock,
    TimeProvider time,
    ILogger<CalendarOutbox> logger) : IPendingWrites
{
    private const int AtOnce = 4;
    private const int PageSize = 50;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Shorter than a claim: who is slower than this must not write what may have been overtaken.</summary>
    private static readonly TimeSpan LongestWrite = OutboxRows.Lease - TimeSpan.FromSeconds(30);
    private readonly OutboxRows _rows = new(database, directory, clock);
    private readonly WriteGate _gate = new(database, directory, calendars, clock);

    /// <summary>True when nothing is written to Google: what should be waits.</summary>
    public bool IsDryRun => directory.UsesGoogle && calendars.DryRun;

    /// <summary>One round: takes in what the log tells and writes what is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await intake.RunAsync(cancellationToken);
        while (!IsDryRun && await _rows.DueAsync(PageSize, cancellationToken) is { Count: > 0 } due)
        {
            var mayWrite = await _gate.MayWriteAsync(cancellationToken);
            if (mayWrite == 0)
            {
                break;
            }

            var options = new ParallelOptions { MaxDegreeOfParallelism = directory.UsesGoogle ? AtOnce : 1, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(due.Take(mayWrite ?? due.Count), options, async (id, token) => await WriteAsync(id, isProbe: mayWrite == 1, token));
        }

        await health.RefreshAsync(cancellationToken);
    }

    /// <summary>Gives writes that were refused for good another try, after somebody mended the reason.</summary>
    public Task<int> RetryParkedAsync(CancellationToken cancellationToken) => _rows.UnparkAsync(cancellationToken);

    /// <summary>Lets writes to the central calendar go on at once, though they pause: for an admin who knows that the reason is gone.</summary>
    public Task ResumeAsync(CancellationToken cancellationToken) => _gate.OpenAsync(cancellationToken);

    /// <summary>Why nothing is written to the central calendar for now, in German; null while it is.</summary>
    public Task<string?> PausedBecauseAsync(CancellationToken cancellationToken) => _gate.PausedBecauseAsync(cancellationToken);

    private async Task WriteAsync(Guid bookingId, bool isProbe, CancellationToken cancellationToken)
    {
        if (_gate.IsClosed || await _rows.ClaimAsync(bookingId, isProbe, cancellationToken) is not { } claimed)
        {
            if (isProbe)
            {
                await _gate.GiveBackAsync(cancellationToken);
            }

            return;
        }

        try
        {
            var (stands, marks) = await InTimeAsync(claimed, cancellationToken);
            await _rows.DoneAsync(claimed, stands, marks, cancellationToken);
            await _gate.AnsweredAsync(isProbe, cancellationToken);
        }
        catch (CalendarException exception)
        {
            if (claimed.Write.Attempts == 0 || exception.Trouble == CalendarTrouble.Refused)
            {
                LogNotWritten(bookingId, exception.Trouble, exception);
            }

            var pause = Backoff.After(FirstPause, claimed.Write.Attempts + 1, Random.Shared.NextDouble(), exception.RetryAfter);
            await _rows.FailedAsync(claimed, exception, pause, cancellationToken);
            await _gate.FailedAsync(exception, isProbe, cancellationToken);
        }
    }

    private async Task<(PutAppointment? Stands, MarksWanted? Marks)> InTimeAsync(ClaimedWrite claimed, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LongestWrite, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await BringInLineAsync(claimed, either.Token);
        }
        catch (OperationCanceledException exception) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CalendarException(CalendarTrouble.Passing, "Der Termin war nicht rechtzeitig zu schreiben.", exception);
        }
        catch (Exception exception) when (exception is not CalendarException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever one event holds, the others are written; and it says nothing about the calendar.
            LogBroken(claimed.Write.BookingId, exception);
            throw new CalendarException(CalendarTrouble.Contested, "Der Termin war nicht zu schreiben. Warum, steht im Protokoll des Servers.", exception);
        }
    }

    private async Task<(PutAppointment? Stands, MarksWanted? Marks)> BringInLineAsync(ClaimedWrite claimed, CancellationToken cancellationToken)
    {
        var provider = directory.For(directory.Central);
        var rules = (await settings.ReadAsync(cancellationToken)).Outcomes;
        var marks = claimed.Booking is { } decided ? MarksWanted.Of(decided, rules, clock.Now) : null;
        switch (claimed.Booking)
        {
            case { IsErased: true } erased:
                await EraseAsync(provider, BookingEvents.For(erased) with { Marks = marks }, erased, claimed.Known, rules.Words, cancellationToken);
                return (null, null);
            case null or { CalendarEventId: not null } when marks is null:
                return (null, null);
            case { CalendarEventId: { } eventId }:
                return (await provider.MarkAsync(directory.Central, eventId, marks!, cancellationToken), marks);
            case { Status: BookingStatus.Cancelled, CancelReason: not null } booking:
                await provider.RemoveAsync(directory.Central, booking.Id, booking.CalendarGeneration, claimed.Known, cancellationToken);
                return (null, null);
            default:
                var wanted = BookingEvents.For(claimed.Booking!) with { Marks = marks };
                return (await provider.PutAsync(directory.Central, wanted, claimed.Known, cancellationToken), marks);
        }
    }

    private async Task EraseAsync(
        ICalendarProvider provider, AppointmentEvent wanted, Booking booking, KnownEvent known, MarkerWords words, CancellationToken cancellationToken)
    {
        if (booking is { Status: BookingStatus.Cancelled, CalendarEventId: null })
        {
            await provider.RemoveAsync(directory.Central, booking.Id, booking.CalendarGeneration, known, cancellationToken);
        }

        var eventId = booking.CalendarEventId ?? known.EventId ?? AppointmentEventId.Of(booking.Id, booking.CalendarGeneration);
        await provider.EraseAsync(directory.Central, eventId, wanted, words, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Writing the event of booking {BookingId} broke off; the others go on")]
    private partial void LogBroken(Guid bookingId, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The event of booking {BookingId} was not written: {Trouble}")]
    private partial void LogNotWritten(Guid bookingId, CalendarTrouble trouble, Exception exception);
}
