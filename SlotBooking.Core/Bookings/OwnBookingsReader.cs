using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads the bookings an agent sees beneath the day.</summary>
public sealed class OwnBookingsReader(Database database, OfficeClock clock)
{
    private const int Limit = 200;

    /// <summary>What the agent booked today, whatever day it is for, and what the agent booked for the day shown; newest first.</summary>
    public async Task<IReadOnlyList<BookingView>> ReadAsync(Guid accountId, DateOnly day, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        await using var db = await database.ReadAsync(cancellationToken);
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => b.AgentId == accountId && b.BookedOn == today)
            .OrderByDescending(b => b.BookedAt).Take(Limit).ToListAsync(cancellationToken);
        bookings.AddRange(await db.Bookings.AsNoTracking()
            .Where(b => b.AgentId == accountId && b.Day == day && b.BookedOn != today)
            .OrderByDescending(b => b.BookedAt).Take(Limit).ToListAsync(cancellationToken));
        return [.. bookings.OrderByDescending(b => b.BookedAt).Select(BookingView.Of)];
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
