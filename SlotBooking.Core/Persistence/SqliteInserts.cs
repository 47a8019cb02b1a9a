using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SlotBooking.Core.Persistence;

/// <summary>Writes the new rows of a booking to SQLite, with one prepared statement per table.</summary>
internal static class SqliteInserts
{
    /// <summary>Writes what was added; everything else is left to <see cref="DbContext.SaveChanges()"/>. Returns the rows of logs that were written, in order.</summary>
    /// <exception cref="DbUpdateException">The database refused.</exception>
    public static IReadOnlyList<ISequencedRow> Write(SlotBookingDb db)
    {
        var logged = new List<ISequencedRow>();
        foreach (var rows in NewRows.Of(db))
        {
            Write(db, rows, logged);
        }

        return logged;
    }

    private static void Write(SlotBookingDb db, NewRows rows, List<ISequencedRow> logged)
    {
        using var command = Prepare(db, rows);
        foreach (var entry in rows.Entries)
        {
            try
            {
                for (var n = 0; n < rows.Columns; n++)
                {
                    command.Parameters[n].Value = rows.Value(entry, n) ?? DBNull.Value;
                }

                var number = command.ExecuteScalar();
                if (entry.Entity is ISequencedRow row)
                {
                    entry.Property(nameof(ISequencedRow.Sequence)).CurrentValue = (long)number!;
                    logged.Add(row);
                }
            }
            catch (SqliteException exception)
            {
                throw new DbUpdateException("A row could not be inserted.", exception, [entry]);
            }

            NewRows.MarkWritten(entry);
        }
    }

    private static DbCommand Prepare(SlotBookingDb db, NewRows rows)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        for (var n = 0; n < rows.Columns; n++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = FormattableString.Invariant($"@p{n}");
            command.Parameters.Add(parameter);
        }

        var names = string.Join(", ", Enumerable.Range(0, rows.Columns).Select(n => FormattableString.Invariant($"@p{n}")));
        command.CommandText = $"{rows.Insert} VALUES ({names}){(rows.AreSequenced ? $" RETURNING \"{nameof(ISequencedRow.Sequence)}\"" : "")}";
        return command;
    }
}
