using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Metrics;

/// <summary>Tells an agent the own figures beside the team's, which everybody sees. Others' figures are for admins.</summary>
public sealed class AttendanceReader(Database database, MetricsReader reader)
{
    /// <summary>The figures of a period for one agent and for everybody.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, included; what is not over yet does not count.</param>
    /// <param name="agentId">Whose figures stand beside the team's; null for nobody's. Somebody else's are left out unless an admin asks.</param>
    /// <param name="cancellationToken">The page was left.</param>
    /// <returns>Null for an account that may do nothing any more.</returns>
    public async Task<Attendance?> ReadAsync(Actor actor, DateOnly first, DateOnly last, Guid? agentId, CancellationToken cancellationToken)
    {
        bool isShown;
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            if (!await AccountRights.HasAnyAsync(db, actor, Roles.All, cancellationToken))
            {
                return null;
            }

            isShown = agentId is not null
                && (agentId == actor.AccountId || await AccountRights.HasAnyAsync(db, actor, [Roles.Admin], cancellationToken));
        }

        var figures = await reader.ReadAsync(new MetricsFilter(first, last), cancellationToken);
        var own = figures.Agents.FirstOrDefault(a => a.Key.Id == agentId);
        return new Attendance(isShown ? own?.Counts ?? default(OutcomeCounts) : null, figures.Total);
    }
}

/// <summary>Figures of one agent and of all.</summary>
/// <param name="Own">The agent's; null when nobody's were asked for, or may be shown.</param>
/// <param name="Team">Everybody's, the agent's included.</param>
public sealed record Attendance(OutcomeCounts? Own, OutcomeCounts Team)
{
    /// <summary>The rate that is shown; null while nothing has been decided, which is not the same as nobody having come.</summary>
    public static double? Rate(OutcomeCounts counts) => counts.Total == counts.Undecided ? null : Formulas.AttendanceOfBooked.Of(counts);
}
