namespace SlotBooking.Core.Events;

/// <summary>On whose behalf a command runs. The roles are not taken from here: the service that writes reads them anew.</summary>
/// <param name="AccountId">The account, or null for the product itself (a job, a sync).</param>
/// <param name="Name">How the history names it; a display name or „Kalender“.</param>
public sealed record Actor(Guid? AccountId, string Name)
{
    /// <summary>The product itself, for jobs and syncs.</summary>
    public static readonly Actor System = new(null, "SlotBooking");
}
