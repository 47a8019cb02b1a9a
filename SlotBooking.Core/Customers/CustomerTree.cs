using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Which profiles have gone into which.</summary>
internal static class CustomerTree
{
    /// <summary>For each profile the one that it went into in the end; itself when it was never merged.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> RootsAsync(SlotBookingDb db, IReadOnlyCollection<Guid> customers, CancellationToken cancellationToken)
    {
        var roots = customers.Distinct().ToDictionary(id => id);
        while (true)
        {
            var asked = roots.Values.Distinct().ToArray();
            var merged = await db.Customers.AsNoTracking().Where(c => asked.Contains(c.Id) && c.MergedInto != null)
                .ToDictionaryAsync(c => c.Id, c => c.MergedInto!.Value, cancellationToken);
            if (merged.Count == 0)
            {
                return roots;
            }

            foreach (var (id, root) in roots.ToList())
            {
                roots[id] = merged.GetValueOrDefault(root, root);
            }
        }
    }

    /// <summary>The profile and all that have gone into it.</summary>
    public static async Task<Guid[]> WithMergedAsync(SlotBookingDb db, Guid customer, CancellationToken cancellationToken)
    {
        var all = new List<Guid> { customer };
        for (Guid[] level = [customer]; level.Length > 0; all.AddRange(level))
        {
            var above = level;
            level = await db.Customers.Where(c => above.Contains(c.MergedInto!.Value)).Select(c => c.Id).ToArrayAsync(cancellationToken);
        }

        return [.. all];
    }
}
