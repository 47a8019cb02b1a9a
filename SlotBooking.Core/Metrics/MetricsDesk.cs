using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Metrics;

/// <summary>Hands figures out to those who may see them: admins, and the product itself.</summary>
public sealed class MetricsDesk(Database database, MetricsReader reader)
{
    /// <summary>The figures, those of the period that they are compared with, and what can be filtered by.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">For what.</param>
    /// <param name="compared">For what to compare it with; null for nothing.</param>
    /// <param name="cancellationToken">The page was left.</param>
    /// <returns>Null for anybody who is not an active admin.</returns>
    public async Task<MetricsAnswer?> ReadAsync(Actor actor, MetricsFilter filter, MetricsFilter? compared, CancellationToken cancellationToken)
    {
        IReadOnlyList<(Guid, string)> consultants;
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            if (!await AccountRights.HasAnyAsync(db, actor, [Roles.Admin], cancellationToken))
            {
                return null;
            }

            var people = await db.Consultants.AsNoTracking().OrderBy(c => c.Position).ThenBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken);
            consultants = people.ConvertAll(c => (c.Id, c.Name));
        }

        var figures = await reader.ReadAsync(filter, cancellationToken);
        var whole = filter.IsWhole ? figures : await reader.ReadAsync(new MetricsFilter(filter.First, filter.Last), cancellationToken);
        var before = compared is null ? null : await reader.ReadAsync(compared, cancellationToken);
        return new MetricsAnswer(figures, before, new MetricsChoices(
            [.. whole.Agents.Select(a => a.Key).OrderBy(a => a.DisplayName, StringComparer.Ordinal)],
            consultants,
            [.. whole.Slots.Select(s => s.Key.Start.Hour).Distinct().Order()],
            [.. whole.Campaigns.Select(c => c.Key).OfType<string>().Order(StringComparer.Ordinal)]));
    }
}
