using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Finds each booking's customer and counts profiles anew, in the caller's transaction.</summary>
/// <remarks>All is worked out from the bookings themselves: doing it again changes nothing. Callers take <see cref="TakeTurnAsync"/> first.</remarks>
internal sealed class CustomerRegister(SlotBookingDb db, DateTimeOffset now)
{
    /// <summary>Lets whoever writes customers go one after another, in all processes. Bookings do not wait for it.</summary>
    public Task TakeTurnAsync(CancellationToken cancellationToken) => db.TakeTurnAsync("customers", cancellationToken);

    /// <summary>Gives these bookings to their customers and counts who was touched anew; answers the profiles that changed.</summary>
    public async Task<IReadOnlyCollection<Guid>> EnterAsync(IQueryable<Booking> bookings, CancellationToken cancellationToken)
    {
        var found = await bookings.AsNoTracking()
            .Select(b => new { b.Id, b.PhoneKey, b.NameKey, b.CustomerId })
            .ToListAsync(cancellationToken);
        var keyed = found
            .Select(b => (b.Id, Key: CustomerKey.Of(b.PhoneKey, b.NameKey), b.CustomerId))
            .Where(b => b.Key is not null)
            .ToList();
        var (owners, born) = await OwnersAsync([.. keyed.Select(b => b.Key!).Distinct(StringComparer.Ordinal)], cancellationToken);
        var moving = keyed.Where(b => b.CustomerId != owners[b.Key!]).Select(b => b.Id).ToArray();
        if (moving.Length > 0)
        {
            // The keys have to be in the database before the bookings can be pointed at their owners.
            await FlushAsync(cancellationToken);
            await PointAsync(db.Bookings.Where(b => moving.Contains(b.Id)), cancellationToken);
        }

        var touched = keyed.Select(b => owners[b.Key!]).Concat(found.Select(b => b.CustomerId).OfType<Guid>()).ToHashSet();
        return await CountAsync(touched, born, cancellationToken);
    }

    /// <summary>Points bookings at the owner of their key. Erased ones have none and stay where they are.</summary>
    public Task<int> PointAsync(IQueryable<Booking> bookings, CancellationToken cancellationToken) => bookings
        .Where(b => b.NameKey != "")
        .ExecuteUpdateAsync(
            set => set.SetProperty(
                b => b.CustomerId,
                b => db.Set<CustomerKey>().Where(k => k.Key == (b.PhoneKey != null ? "p:" + b.PhoneKey : "n:" + b.NameKey)).Select(k => (Guid?)k.CustomerId).FirstOrDefault()),
            cancellationToken);

    /// <summary>Counts these profiles anew; answers the ones that changed.</summary>
    public Task<IReadOnlyCollection<Guid>> CountAsync(IReadOnlyCollection<Guid> customerIds, CancellationToken cancellationToken) =>
        CountAsync(customerIds, [], cancellationToken);

    private async Task<IReadOnlyCollection<Guid>> CountAsync(
        IReadOnlyCollection<Guid> customerIds, HashSet<Guid> born, CancellationToken cancellationToken)
    {
        var ids = customerIds.ToArray();
        var known = ids.Where(id => !born.Contains(id)).ToArray();
        var customers = known.Length == 0
            ? []
            : await db.Customers.AsTracking().Where(c => known.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        foreach (var id in born.Where(ids.Contains))
        {
            customers[id] = db.Customers.Add(new Customer { Id = id }).Entity;
        }

        foreach (var (id, tally) in await TalliesAsync(ids, cancellationToken))
        {
            if (customers.TryGetValue(id, out var customer))
            {
                tally.WriteTo(customer);
            }
        }

        db.ChangeTracker.DetectChanges();
        var changed = customers.Values.Where(c => db.Entry(c).State is EntityState.Added or EntityState.Modified).ToList();
        await WriteWordsAsync(changed, cancellationToken);
        return [.. changed.Select(c => c.Id)];
    }

    private async Task<Dictionary<Guid, CustomerTally>> TalliesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var tallies = ids.ToDictionary(id => id, _ => new CustomerTally());
        await foreach (var booking in CustomerTally.Read(db.Bookings.Where(b => ids.Contains(b.CustomerId!.Value))).WithCancellation(cancellationToken))
        {
            tallies[booking.CustomerId].Add(booking);
        }

        return tallies;
    }

    private async Task WriteWordsAsync(List<Customer> customers, CancellationToken cancellationToken)
    {
        var ids = customers.Where(c => db.Entry(c).State == EntityState.Modified).Select(c => c.Id).ToArray();
        var standing = ids.Length == 0
            ? []
            : await db.CustomerWords.AsNoTracking().Where(w => ids.Contains(w.CustomerId)).ToListAsync(cancellationToken);
        var byCustomer = standing.ToLookup(w => w.CustomerId);
        foreach (var customer in customers)
        {
            var sortKey = CustomerWords.SortKey(customer.NameKey);
            var wanted = CustomerWords.Of(customer);
            foreach (var word in byCustomer[customer.Id])
            {
                if (word.SortKey != sortKey || !wanted.Remove(word.Word))
                {
                    db.CustomerWords.Remove(word);
                }
            }

            db.CustomerWords.AddRange(wanted.Select(word => new CustomerWord { Word = word, SortKey = sortKey, CustomerId = customer.Id }));
        }
    }

    /// <summary>Whose these keys are; for unknown ones a customer is thought up, whose profile is not written yet.</summary>
    private async Task<(Dictionary<string, Guid> Owners, HashSet<Guid> Born)> OwnersAsync(string[] keys, CancellationToken cancellationToken)
    {
        var owners = await db.CustomerKeys.AsNoTracking().Where(k => keys.Contains(k.Key))
            .ToDictionaryAsync(k => k.Key, k => k.CustomerId, StringComparer.Ordinal, cancellationToken);
        var born = new HashSet<Guid>();
        foreach (var key in keys.Where(k => !owners.ContainsKey(k)))
        {
            var id = Guid.CreateVersion7(now);
            owners[key] = id;
            born.Add(id);
            db.CustomerKeys.Add(new CustomerKey { Key = key, CustomerId = id, HomeId = id });
            if (CustomerKey.PhoneOf(key) is { } phone)
            {
                db.CustomerDigits.AddRange(Customers.CustomerDigits.EndsOf(phone).Select(end => new CustomerDigits { Digits = end, CustomerId = id }));
            }
        }

        return (owners, born);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            SqliteInserts.Write(db);
        }
        else
        {
            await PostgresInserts.WriteAsync(db, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
