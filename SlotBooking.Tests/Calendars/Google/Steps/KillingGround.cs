using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google.Steps;

/// <summary>SQLite; PostgreSQL too where the environment variable KILL_ON_POSTGRES is set, for a process at each step costs CI too much.</summary>
public sealed class KillingGround : TheoryData<DatabaseKind>
{
    /// <summary>Looks at the environment.</summary>
    public KillingGround()
    {
        Add(DatabaseKind.Sqlite);
        if (Environment.GetEnvironmentVariable("KILL_ON_POSTGRES") is { Length: > 0 })
        {
            Add(DatabaseKind.PostgreSql);
        }
    }
}
