using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Finds the mirrored events that were made for bookings.</summary>
/// <remarks>A copy that people made names the booking, too, but has an id of its own.</remarks>
internal sealed class OwnEventQuery : IOwnEventQuery
{
    private const int AtOnce = 500;

    /// <inheritdoc />
    public async Task<IReadOnlySet<string>> FindAsync(
        SlotBookingDb db, IReadOnlyList<MirroredEvent> events, CancellationToken cancellationToken)
    {
        var own = await OwnEventIds.ReadAsync(db, events.Where(e => e.BookingId is not null).Select(e => e.EventId), cancellationToken);
        var ours = new HashSet<string>(StringComparer.Ordinal);
        var made = events.Where(e => e.BookingId is { } id && own.TryGetValue(e.EventId, out var booking) && booking == id);
        foreach (var chunk in made.Chunk(AtOnce))
        {
            var ids = chunk.Select(e => e.BookingId!.Value).ToArray();
            var known = await db.Bookings.Where(b => ids.Contains(b.Id)).Select(b => b.Id).ToHashSetAsync(cancellationToken);
            ours.UnionWith(chunk.Where(e => known.Contains(e.BookingId!.Value)).Select(e => e.EventId));
        }

        return ours;
    }
}
