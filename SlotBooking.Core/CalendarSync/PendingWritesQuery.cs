using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Counts the rows of the outbox that are not done.</summary>
internal sealed class PendingWritesQuery : IPendingWritesQuery
{
    /// <inheritdoc />
    public async Task<PendingWriteCounts> CountAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var open = db.CalendarWrites.AsNoTracking().Where(w => w.Done < w.Wanted);
        var waiting = await open.CountAsync(w => w.ParkedBecause == null, cancellationToken);
        var parked = await open.Where(w => w.ParkedBecause != null).Select(w => w.ParkedBecause).ToListAsync(cancellationToken);
        return new PendingWriteCounts(waiting, parked.Count, parked.FirstOrDefault());
    }
}
