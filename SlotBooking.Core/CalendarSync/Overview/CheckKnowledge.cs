using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>What the database says of a calendar at one moment. Read before and after the calendar itself: what changed meanwhile is not compared.</summary>
internal sealed record CheckKnowledge
{
    /// <summary>Where the next incremental read goes on; null when it begins from the start.</summary>
    public string? Cursor { get; private init; }

    /// <summary>When the mirror was last listed from the start, UTC.</summary>
    public DateTimeOffset? FullAt { get; private init; }

    /// <summary>The mirror.</summary>
    public required IReadOnlyList<MirroredEvent> Mirror { get; init; }

    /// <summary>The bookings that the product wrote; of a consultant's calendar none.</summary>
    public IReadOnlyList<Booking> Bookings { get; private init; } = [];

    /// <summary>What is known of their events.</summary>
    public IReadOnlyDictionary<Guid, CalendarWrite> Writes { get; private init; } = new Dictionary<Guid, CalendarWrite>();

    /// <summary>Bookings whose events the log tells of and nobody has taken in yet.</summary>
    public IReadOnlySet<Guid> Untold { get; private init; } = new HashSet<Guid>();

    /// <summary>Reads it.</summary>
    public static async Task<CheckKnowledge> ReadAsync(SlotBookingDb db, CalendarRef calendar, TimeRange window, CancellationToken cancellationToken)
    {
        var (start, end) = (window.Start, window.End);
        var state = await db.CalendarStates.AsNoTracking().SingleOrDefaultAsync(s => s.CalendarKey == calendar.Key && s.Source == calendar.Source, cancellationToken);
        var mirror = await db.MirroredEvents.AsNoTracking()
            .Where(e => e.CalendarKey == calendar.Key && e.EndsAt > start && e.StartsAt < end).ToListAsync(cancellationToken);
        var known = new CheckKnowledge { Cursor = state?.Cursor, FullAt = state?.FullAt, Mirror = mirror };
        if (calendar.Key != CalendarKeys.Central)
        {
            return known;
        }

        return known with
        {
            Bookings = await db.Bookings.AsNoTracking()
                .Where(b => b.EndsAt > start && b.StartsAt < end && b.CalendarEventId == null).ToListAsync(cancellationToken),
            Writes = await db.CalendarWrites.AsNoTracking()
                .Where(w => db.Set<Booking>().Any(b => b.Id == w.BookingId && b.EndsAt > start && b.StartsAt < end))
                .ToDictionaryAsync(w => w.BookingId, cancellationToken),
            Untold = await UntoldAsync(db, cancellationToken),
        };
    }

    /// <summary>True when the booking's event is as it shall be for good, or refused: true before as after, nobody is at it.</summary>
    public bool IsSettled(Guid bookingId, CheckKnowledge before) => !Untold.Contains(bookingId) && IsWritten(bookingId) && before.IsWritten(bookingId)
        && Writes.GetValueOrDefault(bookingId)?.Wanted == before.Writes.GetValueOrDefault(bookingId)?.Wanted;

    private bool IsWritten(Guid bookingId) =>
        Writes.GetValueOrDefault(bookingId) is not { } write || write.Done >= write.Wanted || write.ParkedBecause is not null;

    private static async Task<HashSet<Guid>> UntoldAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var cursor = await db.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Reader == OutboxIntake.Reader, cancellationToken);
        var (transaction, sequence) = (cursor?.Transaction ?? 0, cursor?.Sequence ?? 0);
        var ids = await db.Events
            .Where(e => e.BookingId != null && (e.Transaction > transaction || (e.Transaction == transaction && e.Sequence > sequence)))
            .Select(e => e.BookingId!.Value).Distinct().ToListAsync(cancellationToken);
        return [.. ids];
    }
}
