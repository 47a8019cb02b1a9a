using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Outcomes;

/// <summary>What has to be known to judge some events, with the slots of their bookings locked.</summary>
internal sealed class OutcomeFacts
{
    /// <summary>The events that are there, by id.</summary>
    public required IReadOnlyDictionary<string, MirroredEvent> Events { get; init; }

    /// <summary>Our bookings that the events name, tracked. One that was moved while its slot was being locked is missing.</summary>
    public required IReadOnlyDictionary<Guid, Booking> Own { get; init; }

    /// <summary>Those that were asked for: an event that names none of them is nobody's booking.</summary>
    public required IReadOnlySet<Guid> OwnIds { get; init; }

    /// <summary>The appointments entered by hand that are known already, by the event's id, tracked.</summary>
    public required IReadOnlyDictionary<string, Booking> ByHand { get; init; }

    /// <summary>What is being written to the calendar for the bookings, or was last.</summary>
    public required IReadOnlyDictionary<Guid, CalendarWrite> Writes { get; init; }

    /// <summary>The accounts by the names in „Booked by“ lines, upper case.</summary>
    public required IReadOnlyDictionary<string, (Guid Id, string Name)> Agents { get; init; }

    /// <summary>How many places each of our bookings holds; none is missing here.</summary>
    public required IReadOnlyDictionary<Guid, int> Held { get; init; }

    /// <summary>The places of the bookings' slots.</summary>
    public required PlaceLedger Places { get; init; }

    /// <summary>Reads it all for a batch.</summary>
    public static async Task<OutcomeFacts> ReadAsync(
        SlotBookingDb db, IReadOnlyList<MarkLook> looks, OfficeSettings office, OfficeClock clock, CancellationToken cancellationToken)
    {
        var ids = looks.Select(l => l.EventId).ToArray();
        var events = await db.MirroredEvents.AsNoTracking()
            .Where(e => e.CalendarKey == CalendarKeys.Central && ids.Contains(e.EventId)).ToListAsync(cancellationToken);
        var named = events.Select(e => e.BookingId).OfType<Guid>().Distinct().ToArray();
        var standing = await db.Bookings.AsNoTracking().Where(b => named.Contains(b.Id)).Select(b => new { b.Id, b.Day, b.Start }).ToListAsync(cancellationToken);
        var slots = standing.Select(b => new Slot(b.Day, b.Start)).ToHashSet();
        var places = await LockAsync(db, slots, office, clock, cancellationToken);

        // Writes before bookings: one that ends in between is seen as not ended yet, and looked at again.
        var writes = await db.CalendarWrites.AsNoTracking().Where(w => named.Contains(w.BookingId)).ToDictionaryAsync(w => w.BookingId, cancellationToken);
        var byHand = await db.Bookings.Where(b => b.CalendarEventId != null && ids.Contains(b.CalendarEventId)).ToListAsync(cancellationToken);
        var handIds = byHand.Select(b => b.Id).ToArray();
        foreach (var write in await db.CalendarWrites.AsNoTracking().Where(w => handIds.Contains(w.BookingId)).ToListAsync(cancellationToken))
        {
            writes[write.BookingId] = write;
        }

        var own = await db.Bookings.Where(b => named.Contains(b.Id)).ToListAsync(cancellationToken);
        var held = await db.SlotPlaces.Where(p => named.Contains(p.BookingId)).ToListAsync(cancellationToken);
        return new OutcomeFacts
        {
            Events = events.ToDictionary(e => e.EventId, StringComparer.Ordinal),
            OwnIds = standing.Select(b => b.Id).ToHashSet(),
            Own = own.Where(b => slots.Contains(b.Slot)).ToDictionary(b => b.Id),
            ByHand = byHand.ToDictionary(b => b.CalendarEventId!, StringComparer.Ordinal),
            Writes = writes,
            Agents = await AgentsAsync(db, events, cancellationToken),
            Held = held.GroupBy(p => p.BookingId).ToDictionary(g => g.Key, g => g.Count()),
            Places = places,
        };
    }

    private static async Task<PlaceLedger> LockAsync(
        SlotBookingDb db, HashSet<Slot> slots, OfficeSettings office, OfficeClock clock, CancellationToken cancellationToken)
    {
        if (slots.Count == 0)
        {
            return new PlaceLedger(db, new Dictionary<Slot, SlotDetail>());
        }

        var trip = new RoundTrip(db);
        var asked = new SlotQuestion(trip, slots);
        await trip.SendAsync(cancellationToken);
        return new PlaceLedger(db, asked.Details(office, clock));
    }

    private static async Task<Dictionary<string, (Guid Id, string Name)>> AgentsAsync(
        SlotBookingDb db, List<MirroredEvent> events, CancellationToken cancellationToken)
    {
        var names = events.Where(e => e.BookingId is null).Select(e => e.BookedBy?.ToUpperInvariant()).OfType<string>().Distinct().ToArray();
        return names.Length == 0
            ? []
            : (await db.Users.AsNoTracking().Where(a => names.Contains(a.NormalizedUserName!))
                .Select(a => new { a.Id, a.UserName, a.NormalizedUserName }).ToListAsync(cancellationToken))
            .ToDictionary(a => a.NormalizedUserName!, a => (a.Id, a.UserName!), StringComparer.Ordinal);
    }
}
