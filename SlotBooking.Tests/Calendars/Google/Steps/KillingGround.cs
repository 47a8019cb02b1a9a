using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Calendars.Google.Steps;

/// <summary>Lists SQLite; in the long run and where the environment variable KILL_ON_POSTGRES is set PostgreSQL too, for a process at each step costs much.</summary>
public sealed class KillingGround : TheoryData<DatabaseKind>
{
    /// <summary>Looks at the environment.</summary>
    public KillingGround()
    {
        Add(DatabaseKind.Sqlite);
        if (TestRun.IsLong || Environment.GetEnvironmentVariable("KILL_ON_POSTGRES") is { Length: > 0 })
        {
            Add(DatabaseKind.PostgreSql);
        }
    }
}
