using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Which events are ours: by their ids, never by what stands in them, for people copy events with all they hold.</summary>
internal static class OwnEventIds
{
    private const int AtOnce = 500;

    /// <summary>The bookings whose events these may be: made of the booking's id, or noted as the booking's own in a calendar that was copied.</summary>
    public static async Task<Dictionary<string, Guid>> ReadAsync(SlotBookingDb db, IEnumerable<string> eventIds, CancellationToken cancellationToken)
    {
        var own = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var others = new List<string>();
        foreach (var id in eventIds.Distinct(StringComparer.Ordinal))
        {
            if (AppointmentEventId.Read(id) is { } made)
            {
                own[id] = made.BookingId;
            }
            else
            {
                others.Add(id);
            }
        }

        foreach (var ids in others.Chunk(AtOnce))
        {
            var adopted = await db.CalendarWrites.AsNoTracking().Where(w => w.EventId != null && ids.Contains(w.EventId))
                .Select(w => new { w.EventId, w.BookingId }).ToListAsync(cancellationToken);
            foreach (var row in adopted)
            {
                own[row.EventId!] = row.BookingId;
            }
        }

        return own;
    }
}
