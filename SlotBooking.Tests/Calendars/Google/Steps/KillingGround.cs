using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Calendars.Google.Steps;

/// <summary>Lists SQLite, and PostgreSQL in the long run or where the environment variable KILL_ON_POSTGRES is set.</summary>
/// <remarks>A process at each step costs much.</remarks>
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
