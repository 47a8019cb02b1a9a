using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Customers;

/// <summary>Makes two profiles one, and two of them again. Admins only.</summary>
/// <remarks>Merging points the one's keys at the other; each key remembers whose it was, so taking apart needs no other memory.</remarks>
public sealed class CustomerMerging(Database database, OfficeClock clock)
{
    /// <summary>Both profiles and what they would be together; null when one of them is gone.</summary>
    public async Task<MergePreview?> PreviewAsync(Guid from, Guid into, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var both = await db.Customers.AsNoTracking()
            .Where(c => (c.Id == from || c.Id == into) && c.ErasedAt == null && c.MergedInto == null)
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        if (both.Count < 2)
        {
            return null;
        }

        var tally = new CustomerTally();
        await foreach (var booking in CustomerTally.Read(db.Bookings.Where(b => b.CustomerId == from || b.CustomerId == into)).WithCancellation(cancellationToken))
        {
            tally.Add(booking);
        }

        var together = new Customer { Id = into };
        tally.WriteTo(together);
        return new MergePreview(both[from], both[into], together);
    }

    /// <summary>Lets the first profile go into the second.</summary>
    public Task<CustomerAnswer> MergeAsync(Guid from, Guid into, Actor author, CancellationToken cancellationToken) => ChangeAsync(
        author,
        async (db, register) =>
        {
            if (from == into)
            {
                return new CustomerAnswer.Denied(CustomerDenial.WithItself);
            }

            var going = await FindAsync(db, from, cancellationToken);
            var staying = await FindAsync(db, into, cancellationToken);
            if (going is null || staying is null)
            {
                return new CustomerAnswer.Denied(CustomerDenial.NotFound);
            }

            if (going.MergedInto is not null || staying.MergedInto is not null)
            {
                return new CustomerAnswer.Denied(CustomerDenial.MergedMeanwhile);
            }

            await db.CustomerKeys.Where(k => k.CustomerId == from).ExecuteUpdateAsync(set => set.SetProperty(k => k.CustomerId, into), cancellationToken);
            await db.Bookings.Where(b => b.CustomerId == from).ExecuteUpdateAsync(set => set.SetProperty(b => b.CustomerId, into), cancellationToken);
            going.MergedInto = into;
            db.CustomerMerges.Add(new CustomerMerge { Id = Guid.CreateVersion7(clock.Now), FromId = from, IntoId = into, At = clock.Now, Author = author.Name });
            await register.CountAsync([from, into], cancellationToken);
            db.Events.Add(CustomerEvents.Changed([from, into], clock.Now, author));
            return new CustomerAnswer.Done(into);
        },
        cancellationToken);

    /// <summary>Takes a merge back: what was the first profile's is its own again, also what was booked since.</summary>
    public Task<CustomerAnswer> TakeApartAsync(Guid mergeId, Actor author, CancellationToken cancellationToken) => ChangeAsync(
        author,
        async (db, register) =>
        {
            if (await db.CustomerMerges.SingleOrDefaultAsync(m => m.Id == mergeId && m.UndoneAt == null, cancellationToken) is not { } merge ||
                await FindAsync(db, merge.FromId, cancellationToken) is not { } went ||
                await FindAsync(db, merge.IntoId, cancellationToken) is not { } stayed)
            {
                return new CustomerAnswer.Denied(CustomerDenial.NotFound);
            }

            if (stayed.MergedInto is not null)
            {
                return new CustomerAnswer.Denied(CustomerDenial.MergedMeanwhile);
            }

            var family = await CustomerTree.WithMergedAsync(db, went.Id, cancellationToken);
            await db.CustomerKeys.Where(k => family.Contains(k.HomeId) && k.CustomerId == stayed.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.CustomerId, went.Id), cancellationToken);
            await register.PointAsync(db.Bookings.Where(b => b.CustomerId == stayed.Id), cancellationToken);
            went.MergedInto = null;
            (merge.UndoneAt, merge.UndoneBy) = (clock.Now, author.Name);
            await register.CountAsync([went.Id, stayed.Id], cancellationToken);
            db.Events.Add(CustomerEvents.Changed([went.Id, stayed.Id], clock.Now, author));
            return new CustomerAnswer.Done(stayed.Id);
        },
        cancellationToken);

    private Task<CustomerAnswer> ChangeAsync(
        Actor author, Func<SlotBookingDb, CustomerRegister, Task<CustomerAnswer>> change, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
            {
                return new CustomerAnswer.Denied(CustomerDenial.NotAllowed);
            }

            var register = new CustomerRegister(db, clock.Now);
            await register.TakeTurnAsync(cancellationToken);
            return await change(db, register);
        },
        cancellationToken);

    private static Task<Customer?> FindAsync(SlotBookingDb db, Guid id, CancellationToken cancellationToken) =>
        db.Customers.AsTracking().SingleOrDefaultAsync(c => c.Id == id && c.ErasedAt == null, cancellationToken);
}

/// <summary>What a merge would do.</summary>
/// <param name="From">The profile that goes.</param>
/// <param name="Into">The profile that stays.</param>
/// <param name="Together">What it would be then.</param>
public sealed record MergePreview(Customer From, Customer Into, Customer Together);
