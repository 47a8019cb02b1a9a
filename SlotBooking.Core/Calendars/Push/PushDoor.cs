using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>Lets pushes in that belong to a channel of ours. All they do is have their calendar read soon; what they say is not believed.</summary>
public sealed class PushDoor(Database database, PushedCalendars pushed, OfficeClock clock)
{
    private const int LongestResource = 500;

    /// <summary>False for an unknown or expired channel, or a wrong token: then nothing was done.</summary>
    /// <param name="channelId">Which channel the push names.</param>
    /// <param name="token">The token it carries.</param>
    /// <param name="resourceId">The owner's name of what is watched; kept when the answer to opening the channel got lost.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> KnockAsync(string? channelId, string? token, string? resourceId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(channelId, "N", out _) || string.IsNullOrEmpty(token))
        {
            return false;
        }

        await using var db = await database.ReadAsync(cancellationToken);
        var channel = await db.CalendarChannels.AsNoTracking().SingleOrDefaultAsync(c => c.ChannelId == channelId, cancellationToken);
        if (channel is null || !PushToken.Fits(token, channel.TokenHash) || channel.ExpiresAt <= clock.Now)
        {
            return false;
        }

        if (channel.ResourceId is null && resourceId is { Length: > 0 and <= LongestResource })
        {
            await database.WriteAsync(
                write => write.CalendarChannels.Where(c => c.ChannelId == channelId && c.ResourceId == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.ResourceId, resourceId), cancellationToken),
                cancellationToken);
        }

        pushed.Add(channel.CalendarKey);
        return true;
    }
}
