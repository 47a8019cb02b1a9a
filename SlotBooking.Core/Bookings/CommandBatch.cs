using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads, with all locks taken, what a batch of commands needs to be decided.</summary>
/// <remarks>One round trip serves the whole batch, so many waiting agents cost hardly more than one.</remarks>
internal sealed class CommandBatch(SettingsStore settings, OfficeClock clock)
{
    /// <summary>Locks the slots and loads everything.</summary>
    /// <param name="db">The context whose transaction will write.</param>
    /// <param name="commands">What is wanted, in order.</param>
    /// <param name="mayBeKnown">
    /// Whether to look first if a booking was carried out before. Almost none was, so the first try does without; moving, calling off
    /// and taking back always have to look where the booking stands.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OvertakenException">Something changed between looking it up and locking, or a booking is known after all; the transaction is run anew.</exception>
    public async Task<CommandDesk> OpenAsync(
        SlotBookingDb db, IReadOnlyList<BookingCommand> commands, bool mayBeKnown, CancellationToken cancellationToken)
    {
        var commandIds = commands.Select(c => c.CommandId).Concat(commands.OfType<Undo>().Select(u => u.Undoes)).ToHashSet();
        var processed = mayBeKnown || commands.Any(c => c is not Book)
            ? await db.Commands.Where(c => commandIds.Contains(c.CommandId)).ToDictionaryAsync(c => c.CommandId, cancellationToken)
            : [];

        var bookingIds = commands.Select(c => c.Target ?? Guid.Empty)
            .Concat(processed.Values.Select(p => p.BookingId))
            .Where(id => id != Guid.Empty).ToHashSet();
        var slots = commands.Select(c => c switch { Book b => b.Slot, Move m => m.To, _ => (Slot?)null }).OfType<Slot>()
            .Concat(processed.Values.Select(p => BeforeState.Read(p.Before)?.Slot).OfType<Slot>())
            .ToHashSet();
        if (bookingIds.Count > 0)
        {
            var standing = await db.Bookings.AsNoTracking().Where(b => bookingIds.Contains(b.Id))
                .Select(b => new { b.Day, b.Start }).ToListAsync(cancellationToken);
            slots.UnionWith(standing.Select(b => new Slot(b.Day, b.Start)));
        }

        var now = clock.Now;
        var trip = new RoundTrip(db);
        var slotsAsked = new SlotQuestion(trip, slots); // takes the locks: everything after it is read under them
        var known = trip.Ask(
            $"""SELECT c."CommandId" FROM {trip.Find(trip.Each(commandIds), "commands", "c", "c.\"CommandId\" = wanted.value")}""", reader => reader.GetGuid(0));
        var revision = SettingsStore.AskRevision(trip);
        var rights = AccountRights.Ask(trip, commands.Select(c => c.Actor.AccountId).OfType<Guid>().ToHashSet());
        var open = OpenAppointments.Ask(trip, commands.OfType<Book>(), now);
        await trip.SendAsync(cancellationToken);
        if (known.Count != processed.Count)
        {
            throw new OvertakenException();
        }

        var office = await settings.ReadAsync(db, revision[0], cancellationToken);
        return new CommandDesk(
            db,
            now,
            clock.Today,
            office,
            processed,
            await ReadBookingsAsync(db, bookingIds, slots, cancellationToken),
            AccountRights.Of(rights),
            await OpenAppointments.ReadAsync(db, open, now, cancellationToken),
            new PlaceLedger(db, slotsAsked.Details(office, clock)));
    }

    private static async Task<Dictionary<Guid, Booking>> ReadBookingsAsync(
        SlotBookingDb db, HashSet<Guid> ids, HashSet<Slot> locked, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var bookings = await db.Bookings.Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
        if (bookings.Values.Any(b => !locked.Contains(b.Slot)))
        {
            throw new OvertakenException();
        }

        await db.SlotPlaces.Where(p => ids.Contains(p.BookingId)).LoadAsync(cancellationToken);
        return bookings;
    }
}

/// <summary>Somebody else moved a booking, or carried out the same command, while this transaction was about to lock the slot.</summary>
internal sealed class OvertakenException() : Exception("Something changed while a slot was being locked.");
