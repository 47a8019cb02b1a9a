using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SlotBooking.Core.Persistence;

/// <summary>Sets on every opened SQLite connection what is not stored in the file.</summary>
/// <remarks><c>synchronous=FULL</c>: an acknowledged booking has reached the disk. The time-out is for other processes; within this one a gate keeps order.</remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
