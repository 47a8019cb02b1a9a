using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads the bookings an agent sees beneath the day.</summary>
public sealed class OwnBookingsReader(Database database, OfficeClock clock)
{
    private const int Limit = 200;

    /// <summary>
    /// What the agent booked today, whatever day it is for, what the agent booked for the day shown, and what people deleted in the calendar
    /// and can be entered again; newest first.
    /// </summary>
    /// <param name="accountId">The agent.</param>
    /// <param name="day">The day shown.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="everybodys">Also what was deleted of others' bookings: admins may enter it again.</param>
    public async Task<IReadOnlyList<BookingView>> ReadAsync(Guid accountId, DateOnly day, CancellationToken cancellationToken, bool everybodys = false)
    {
        var (today, now) = (clock.Today, clock.Now);
        await using var db = await database.ReadAsync(cancellationToken);
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => b.AgentId == accountId && b.BookedOn == today)
            .OrderByDescending(b => b.BookedAt).Take(Limit).ToListAsync(cancellationToken);
        bookings.AddRange(await db.Bookings.AsNoTracking()
            .Where(b => b.AgentId == accountId && b.Day == day && b.BookedOn != today)
            .OrderByDescending(b => b.BookedAt).Take(Limit).ToListAsync(cancellationToken));
        bookings.AddRange(await db.Bookings.AsNoTracking()
            .Where(b => b.CancelledInCalendar && b.StartsAt > now && (everybodys || b.AgentId == accountId))
            .OrderByDescending(b => b.BookedAt).Take(Limit).ToListAsync(cancellationToken));
        return [.. bookings.DistinctBy(b => b.Id).OrderByDescending(b => b.BookedAt).Select(BookingView.Of)];
    }

    /// <summary>Campaigns of the last ninety days, the most used first, at most twenty; for suggestions.</summary>
    public async Task<IReadOnlyList<string>> CampaignsAsync(CancellationToken cancellationToken)
    {
        var since = clock.Today.AddDays(-90);
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Bookings.AsNoTracking()
            .Where(b => b.BookedOn >= since && b.Campaign != null)
            .GroupBy(b => b.Campaign!)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => g.Key).Take(20).ToListAsync(cancellationToken);
    }
}
