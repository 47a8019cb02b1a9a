using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads, with all locks taken, what a batch of commands needs to be decided.</summary>
/// <remarks>One set of queries serves the whole batch, so many waiting agents cost hardly more than one.</remarks>
internal sealed class CommandBatch(SlotFactsReader reader, OfficeClock clock)
{
    /// <summary>Locks the slots and loads everything.</summary>
    /// <exception cref="OvertakenException">Something changed between looking it up and locking; the transaction is run anew.</exception>
    public async Task<CommandDesk> OpenAsync(SlotBookingDb db, IReadOnlyList<BookingCommand> commands, CancellationToken cancellationToken)
    {
        var commandIds = commands.Select(c => c.CommandId).Concat(commands.OfType<Undo>().Select(u => u.Undoes)).ToHashSet();
        var processed = await db.Commands.Where(c => commandIds.Contains(c.CommandId)).ToDictionaryAsync(c => c.CommandId, cancellationToken);

        var bookingIds = commands.Select(c => c switch { Move m => m.BookingId, Cancel x => x.BookingId, _ => Guid.Empty })
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

        await SlotLocks.TakeAsync(db, slots, cancellationToken);
        await AssertNothingHappenedAsync(db, commandIds, processed.Count, cancellationToken);
        var bookings = await ReadBookingsAsync(db, bookingIds, slots, cancellationToken);
        var (office, facts) = await reader.ReadSlotsAsync(db, slots, cancellationToken);
        var actors = commands.Select(c => c.Actor.AccountId).OfType<Guid>().ToHashSet();
        return new CommandDesk(
            db,
            clock.Now,
            clock.Today,
            office,
            processed,
            bookings,
            await AccountRights.ReadAsync(db, actors, cancellationToken),
            await OpenAppointments.ReadAsync(db, commands.OfType<Book>(), clock.Now, cancellationToken),
            new PlaceLedger(db, facts));
    }

    /// <summary>While this transaction waited for the locks, another worker may have carried out the very same command.</summary>
    private static async Task AssertNothingHappenedAsync(SlotBookingDb db, HashSet<Guid> commandIds, int known, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite() && await db.Commands.CountAsync(c => commandIds.Contains(c.CommandId), cancellationToken) != known)
        {
            throw new OvertakenException();
        }
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
