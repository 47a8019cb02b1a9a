using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings.History;

/// <summary>Tells the whole history of one appointment to those who may see it: its agent, consultants and admins.</summary>
public sealed class HistoryReader(Database database, AccountNames names)
{
    /// <summary>What happened to the appointment, newest first.</summary>
    public async Task<HistoryAnswer> ReadAsync(Guid bookingId, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var rights = actor.AccountId is { } id ? (await AccountRights.ReadAsync(db, [id], cancellationToken)).GetValueOrDefault(id) : null;
        if (actor.AccountId is not null && rights is not { Roles.Count: > 0 })
        {
            return new HistoryAnswer.NotAllowed();
        }

        if (await db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == bookingId, cancellationToken) is not { } booking)
        {
            return new HistoryAnswer.NotFound();
        }

        if (rights is not null && booking.AgentId != rights.AccountId && !rights.May(Roles.Consultant))
        {
            return new HistoryAnswer.NotAllowed();
        }

        var rows = await HistoryRows.ReadAsync(db, booking, cancellationToken);
        var people = rows.Events.Select(e => e.AccountId).Concat(rows.Changes.Select(c => c.AccountId)).OfType<Guid>().Distinct().ToArray();
        return new HistoryAnswer.Told(BookingView.Of(booking), HistoryTeller.Tell(rows, await names.GetAsync(people, cancellationToken)));
    }
}
