using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>Closes channels that nobody wants any more: pushes were switched off, or their calendar is no longer read. Forgets those that have ended.</summary>
public sealed partial class AbandonedChannels(
    Database database, CalendarDirectory directory, ICalendarPush google, bool pushesAreWanted, OfficeClock clock, ILogger<AbandonedChannels> logger)
{
    /// <summary>Closes and forgets them. What Google does not close now is tried again at the next look.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var channels = await db.CalendarChannels.AsNoTracking().ToListAsync(cancellationToken);
        if (channels.Count == 0)
        {
            return;
        }

        var wanted = pushesAreWanted ? (await directory.AllAsync(cancellationToken)).Where(c => c.IsGoogle).Select(c => c.Key).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var channel in channels.Where(c => c.ExpiresAt <= clock.Now || !wanted.Contains(c.CalendarKey)))
        {
            await CloseAsync(channel, cancellationToken);
        }
    }

    private async Task CloseAsync(CalendarChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            if (channel.ResourceId is { } resource && channel.ExpiresAt > clock.Now)
            {
                await google.StopAsync(new CalendarRef(channel.CalendarKey, channel.CalendarKey, channel.Source), channel.ChannelId, resource, cancellationToken);
                LogClosed(channel.CalendarKey);
            }
        }
        catch (CalendarException exception)
        {
            LogNotClosed(channel.CalendarKey, exception.Trouble, exception);
            return;
        }

        await database.WriteAsync(
            db => db.CalendarChannels.Where(c => c.ChannelId == channel.ChannelId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Google pushes changes of calendar {CalendarKey} no more: nobody wants it any longer")]
    private partial void LogClosed(string calendarKey);

    [LoggerMessage(LogLevel.Warning, "The push channel of calendar {CalendarKey} could not be closed: {Trouble}")]
    private partial void LogNotClosed(string calendarKey, CalendarTrouble trouble, Exception exception);
}
