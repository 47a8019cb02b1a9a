using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>Keeps one push channel open for each calendar of Google's: the next one before the last one ends. Calendars are read in turn all the same.</summary>
/// <remarks>Of several processes one at a time has a calendar's turn. A process that dies leaves a channel that is replaced when its turn is over.</remarks>
public sealed partial class PushChannels(
    Database database, CalendarDirectory directory, ICalendarPush google, PushSettings settings, OfficeClock clock, ILogger<PushChannels> logger)
{
    private const double RenewedAfter = 0.8;
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AssumedLife = TimeSpan.FromDays(1);
    private readonly string _address = settings.Address.AbsoluteUri;

    /// <summary>Opens what is missing or has lived for four fifths of its time, and closes what was replaced.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        foreach (var calendar in (await directory.AllAsync(cancellationToken)).Where(c => c.IsGoogle))
        {
            try
            {
                await RenewAsync(calendar, cancellationToken);
            }
            catch (CalendarException exception)
            {
                LogNotWatched(calendar.Key, exception.Trouble, exception);
            }
        }
    }

    private async Task RenewAsync(CalendarRef calendar, CancellationToken cancellationToken)
    {
        if (await ChannelsAsync(calendar, cancellationToken) is [var only] && IsYoung(only, calendar) || !await TakeTurnAsync(calendar, cancellationToken))
        {
            return;
        }

        var channels = await ChannelsAsync(calendar, cancellationToken);
        var standing = channels.Where(c => IsYoung(c, calendar)).MaxBy(c => c.MadeAt) ?? await OpenAsync(calendar, cancellationToken);
        foreach (var old in channels.Where(c => c.ChannelId != standing.ChannelId))
        {
            await CloseAsync(calendar, old, cancellationToken);
        }

        await database.WriteAsync(
            db => db.CalendarStates.Where(s => s.CalendarKey == calendar.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ChannelTurnUntil, (DateTimeOffset?)null), cancellationToken),
            cancellationToken);
    }

    private bool IsYoung(CalendarChannel channel, CalendarRef calendar) =>
        channel.ResourceId is not null && channel.Source == calendar.Source && channel.Address == _address &&
        clock.Now < channel.MadeAt + ((channel.ExpiresAt - channel.MadeAt) * RenewedAfter);

    private async Task<IReadOnlyList<CalendarChannel>> ChannelsAsync(CalendarRef calendar, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.CalendarChannels.AsNoTracking().Where(c => c.CalendarKey == calendar.Key).ToListAsync(cancellationToken);
    }

    /// <summary>A turn that failed is not given back: so the next try comes some minutes later.</summary>
    private Task<bool> TakeTurnAsync(CalendarRef calendar, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var now = clock.Now;
            DateTimeOffset? until = now + Turn;
            return await db.CalendarStates
                .Where(s => s.CalendarKey == calendar.Key && (s.ChannelTurnUntil == null || s.ChannelTurnUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ChannelTurnUntil, until), cancellationToken) > 0;
        },
        cancellationToken);

    private async Task<CalendarChannel> OpenAsync(CalendarRef calendar, CancellationToken cancellationToken)
    {
        var token = PushToken.Next();
        var channel = new CalendarChannel
        {
            ChannelId = Guid.NewGuid().ToString("N"),
            CalendarKey = calendar.Key,
            Source = calendar.Source,
            Address = _address,
            TokenHash = PushToken.Hash(token),
            MadeAt = clock.Now,
            ExpiresAt = clock.Now + AssumedLife,
        };
        await database.WriteAsync(db => db.CalendarChannels.AddAsync(channel, cancellationToken).AsTask(), cancellationToken);
        var grant = await google.WatchAsync(calendar, channel.ChannelId, token, settings.Address, cancellationToken);
        (channel.ResourceId, channel.ExpiresAt) = (grant.ResourceId, grant.ExpiresAt ?? channel.ExpiresAt);
        await database.WriteAsync(
            db => db.CalendarChannels.Where(c => c.ChannelId == channel.ChannelId).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.ResourceId, channel.ResourceId).SetProperty(c => c.ExpiresAt, channel.ExpiresAt), cancellationToken),
            cancellationToken);
        LogWatched(calendar.Key, channel.ExpiresAt);
        return channel;
    }

    /// <summary>A channel whose answer got lost and that never pushed cannot be closed: it is forgotten, and its pushes are refused.</summary>
    private async Task CloseAsync(CalendarRef calendar, CalendarChannel channel, CancellationToken cancellationToken)
    {
        if (channel.ResourceId is { } resource && channel.ExpiresAt > clock.Now)
        {
            await google.StopAsync(calendar, channel.ChannelId, resource, cancellationToken);
        }

        await database.WriteAsync(
            db => db.CalendarChannels.Where(c => c.ChannelId == channel.ChannelId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "No push channel for calendar {CalendarKey}: {Trouble}; it is read in turn all the same")]
    private partial void LogNotWatched(string calendarKey, CalendarTrouble trouble, Exception exception);

    [LoggerMessage(LogLevel.Information, "Google pushes changes of calendar {CalendarKey} until {ExpiresAt:u}")]
    private partial void LogWatched(string calendarKey, DateTimeOffset expiresAt);
}
