using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Counts the appointments that a block would lie over, before it is added. Thread-safe.</summary>
public sealed class BlockImpactQuery(Database database, SettingsStore store, OfficeClock clock)
{
    /// <summary>Counts the appointments ahead that hold places and overlap the block; the block does not touch them.</summary>
    public async Task<int> CountAsync(BlockSpan span, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var settings = await store.ReadAsync(db, cancellationToken);
        var now = clock.Now;
        var appointments = await db.Bookings.AsNoTracking()
            .Where(b => b.Day >= span.First && b.Day <= span.Last && b.EndsAt > now && BookingStatuses.Holding.Contains(b.Status))
            .Select(b => new { b.StartsAt, b.EndsAt }).ToListAsync(cancellationToken);
        return appointments.Count(b => Blocks.ReasonFor(new TimeRange(b.StartsAt, b.EndsAt), [span], settings.State, clock) == span.Reason);
    }
}
