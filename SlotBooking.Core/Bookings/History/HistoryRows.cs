using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings.History;

/// <summary>Everything that is kept about one appointment, as it stands in the tables.</summary>
/// <param name="Booking">The appointment.</param>
/// <param name="Events">What the log tells of it, in the order in which it was written.</param>
/// <param name="Changes">What was decided about its outcome, oldest first.</param>
/// <param name="Commands">The commands that changed it, oldest first.</param>
internal sealed record HistoryRows(
    Booking Booking, IReadOnlyList<OfficeEvent> Events, IReadOnlyList<OutcomeChange> Changes, IReadOnlyList<ProcessedCommand> Commands)
{
    /// <summary>More than anybody does with one appointment; the newest are read.</summary>
    public const int Most = 500;

    /// <summary>Reads them; each is the beginning of an index, so the time depends on the one appointment only.</summary>
    public static async Task<HistoryRows> ReadAsync(SlotBookingDb db, Booking booking, CancellationToken cancellationToken)
    {
        var id = booking.Id;
        var events = await db.Events.AsNoTracking().Where(e => e.BookingId == id)
            .OrderByDescending(e => e.Sequence).Take(Most).ToListAsync(cancellationToken);
        var changes = await db.OutcomeChanges.AsNoTracking().Where(c => c.BookingId == id)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Most).ToListAsync(cancellationToken);
        var commands = await db.Commands.AsNoTracking().Where(c => c.BookingId == id)
            .OrderByDescending(c => c.At).Take(Most).ToListAsync(cancellationToken);
        return new HistoryRows(booking, [.. events.OrderBy(e => e.Sequence)], [.. changes.OrderBy(c => c.At).ThenBy(c => c.Id)], [.. commands.OrderBy(c => c.At)]);
    }
}
