using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Lists, adds and removes blocks. Only active admins change them; open pages hear of it.</summary>
public sealed class BlockService(Database database, OfficeClock clock)
{
    private const string NotAllowed = "Nur ein Admin kann Sperren ändern.";

    /// <summary>The blocks that are not over, by their first day.</summary>
    public async Task<IReadOnlyList<Block>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var today = clock.Today;
        return await db.Blocks.AsNoTracking().Where(b => b.LastDay >= today).OrderBy(b => b.FirstDay).ThenBy(b => b.From).ToListAsync(cancellationToken);
    }

    /// <summary>Adds a block.</summary>
    /// <returns>German sentences about what is wrong; empty when it was stored.</returns>
    public Task<IReadOnlyList<string>> AddAsync(BlockSpan span, Actor author, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async db =>
            {
                if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
                {
                    return [NotAllowed];
                }

                if (span.Problems() is { Count: > 0 } problems)
                {
                    return problems;
                }

                db.Blocks.Add(new Block
                {
                    FirstDay = span.First,
                    LastDay = span.Last,
                    From = span.From,
                    To = span.To,
                    Reason = span.Reason.Trim(),
                    Author = author.Name,
                    CreatedAt = clock.Now,
                });
                Tell(db, span.First, span.Last, author);
                return [];
            },
            cancellationToken);

    /// <summary>Removes a block; one that is gone already is no trouble.</summary>
    /// <returns>German sentences about what is wrong; empty when it is gone.</returns>
    public Task<IReadOnlyList<string>> RemoveAsync(Guid id, Actor author, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<string>>(
            async db =>
            {
                if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
                {
                    return [NotAllowed];
                }

                if (await db.Blocks.AsTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is { } block)
                {
                    db.Blocks.Remove(block);
                    Tell(db, block.FirstDay, block.LastDay, author);
                }

                return [];
            },
            cancellationToken);

    /// <summary>One day is named; of a range any day may have changed.</summary>
    private void Tell(SlotBookingDb db, DateOnly first, DateOnly last, Actor author) =>
        db.Events.Add(new OfficeEvent { Kind = EventKinds.BlockChanged, At = clock.Now, AccountId = author.AccountId, Day = first == last ? first : null });
}
