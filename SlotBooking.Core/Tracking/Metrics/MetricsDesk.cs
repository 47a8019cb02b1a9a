using SlotBooking.Core.Accounts;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Tracking.Metrics;

/// <summary>Hands figures out to those who may see them: admins, and the product itself.</summary>
public sealed class MetricsDesk(Database database, MetricsReader reader)
{
    /// <summary>The figures; null for anybody who is not an active admin.</summary>
    public async Task<PeriodFigures?> ReadAsync(Actor actor, MetricsFilter filter, CancellationToken cancellationToken)
    {
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            if (!await AccountRights.HasAnyAsync(db, actor, [Roles.Admin], cancellationToken))
            {
                return null;
            }
        }

        return await reader.ReadAsync(filter, cancellationToken);
    }
}
