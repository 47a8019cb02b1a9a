using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>Display names by account, remembered by the node; an unknown id is looked up.</summary>
public sealed class AccountNames(Database database)
{
    private readonly ConcurrentDictionary<Guid, string> _names = new();

    /// <summary>The names of some accounts; ids nobody has are missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => !_names.ContainsKey(id)).Distinct().ToArray();
        if (missing.Length > 0)
        {
            await using var db = await database.ReadAsync(cancellationToken);
            foreach (var account in await db.Users.AsNoTracking().Where(a => missing.Contains(a.Id))
                .Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancellationToken))
            {
                _names[account.Id] = account.DisplayName;
            }
        }

        return ids.Distinct().Where(_names.ContainsKey).ToDictionary(id => id, id => _names[id]);
    }
}
