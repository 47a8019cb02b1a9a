using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SlotBooking.Core.Persistence;

/// <summary>Tells „somebody was faster“ from every other failure of a write.</summary>
public static class UniqueViolation
{
    /// <summary>True when a primary key or unique index refused the write.</summary>
    public static bool Is(DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}
