namespace SlotBooking.Core.Calendars.Push;

/// <summary>Asks a calendar's owner to say at once when it changes. Fails with a <see cref="CalendarException"/>.</summary>
public interface ICalendarPush
{
    /// <summary>Opens a channel. Pushes may come before the answer does.</summary>
    /// <param name="calendar">Which calendar.</param>
    /// <param name="channelId">Our random name of the channel.</param>
    /// <param name="token">What every push has to carry.</param>
    /// <param name="address">Where to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<PushGrant> WatchAsync(CalendarRef calendar, string channelId, string token, Uri address, CancellationToken cancellationToken);

    /// <summary>Closes a channel; done when there is none.</summary>
    Task StopAsync(CalendarRef calendar, string channelId, string resourceId, CancellationToken cancellationToken);
}

/// <summary>A channel that was opened.</summary>
/// <param name="ResourceId">The owner's name of what is watched.</param>
/// <param name="ExpiresAt">Until when, UTC; null when that was not said.</param>
public sealed record PushGrant(string ResourceId, DateTimeOffset? ExpiresAt);
