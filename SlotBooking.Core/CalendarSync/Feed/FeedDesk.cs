using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>Makes, renews and revokes people's own feed links. Each change stands in the event log, without the secret.</summary>
public sealed class FeedDesk(Database database, OfficeClock clock)
{
    /// <summary>Who has appointments of the own to follow.</summary>
    internal static readonly IReadOnlyList<string> Allowed = [Roles.Agent, Roles.Admin];

    /// <summary>The person's link; null for none.</summary>
    public async Task<FeedLinkView?> FindAsync(Actor owner, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return View(await db.FeedLinks.AsNoTracking().SingleOrDefaultAsync(l => l.AccountId == owner.AccountId, cancellationToken));
    }

    /// <summary>Makes a link. One that it takes the place of stops working at once.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="instead">The link that the person saw and wants to replace; null when there was none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<FeedAnswer> MakeAsync(Actor owner, Guid? instead, CancellationToken cancellationToken)
    {
        var token = FeedToken.Next();
        try
        {
            return await ChangeAsync(
                owner,
                instead,
                (db, accountId) =>
                {
                    var link = new FeedLink { Id = Guid.CreateVersion7(clock.Now), AccountId = accountId, TokenHash = FeedToken.Hash(token)!, MadeAt = clock.Now };
                    db.FeedLinks.Add(link);
                    Tell(db, accountId, instead is null ? "made" : "renewed");
                    return new FeedAnswer.Made(token, View(link)!);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            return new FeedAnswer.ChangedMeanwhile(await FindAsync(owner, cancellationToken));
        }
    }

    /// <summary>Ends a link at once.</summary>
    public Task<FeedAnswer> RevokeAsync(Actor owner, Guid link, CancellationToken cancellationToken) => ChangeAsync(
        owner,
        link,
        (db, accountId) =>
        {
            Tell(db, accountId, "revoked");
            return new FeedAnswer.Revoked();
        },
        cancellationToken);

    /// <summary>Takes the link away that the person saw, if it still is the one.</summary>
    private Task<FeedAnswer> ChangeAsync(Actor owner, Guid? seen, Func<SlotBookingDb, Guid, FeedAnswer> change, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (owner.AccountId is not { } accountId || !await AccountRights.HasAnyAsync(db, owner, Allowed, cancellationToken))
            {
                return new FeedAnswer.NotAllowed();
            }

            var removed = seen is null ? 0 : await db.FeedLinks.Where(l => l.AccountId == accountId && l.Id == seen).ExecuteDeleteAsync(cancellationToken);
            var standing = removed > 0 ? null : await db.FeedLinks.AsNoTracking().SingleOrDefaultAsync(l => l.AccountId == accountId, cancellationToken);
            return standing is null && (removed > 0 || seen is null) ? change(db, accountId) : new FeedAnswer.ChangedMeanwhile(View(standing));
        },
        cancellationToken);

    private void Tell(SlotBookingDb db, Guid accountId, string change) => db.Events.Add(new OfficeEvent
    {
        Kind = EventKinds.FeedLinkChanged,
        At = clock.Now,
        AccountId = accountId,
        Detail = $$"""{"change":"{{change}}"}""",
    });

    private static FeedLinkView? View(FeedLink? link) => link is null ? null : new(link.Id, link.MadeAt, link.FetchedAt);
}
