using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SlotBooking.Core.Persistence;

/// <summary>Writes the new rows of a booking to PostgreSQL: a statement per table, however many rows, and all in one round trip.</summary>
internal static class PostgresInserts
{
    /// <summary>How the values of one column become the array that the driver sends.</summary>
    private static readonly Dictionary<Type, Func<IEnumerable<object?>, object>> Arrays = new()
    {
        [typeof(bool)] = static values => values.Cast<bool?>().ToArray(),
        [typeof(int)] = static values => values.Cast<int?>().ToArray(),
        [typeof(long)] = static values => values.Cast<long?>().ToArray(),
        [typeof(string)] = static values => values.Cast<string?>().ToArray(),
        [typeof(Guid)] = static values => values.Cast<Guid?>().ToArray(),
        [typeof(DateOnly)] = static values => values.Cast<DateOnly?>().ToArray(),
        [typeof(TimeOnly)] = static values => values.Cast<TimeOnly?>().ToArray(),
        [typeof(DateTimeOffset)] = static values => values.Cast<DateTimeOffset?>().ToArray(),
    };

    /// <summary>Writes what was added; everything else is left to <see cref="DbContext.SaveChanges()"/>. Returns the rows of logs that were written, in order.</summary>
    /// <exception cref="DbUpdateException">The database refused.</exception>
    public static async Task<IReadOnlyList<ISequencedRow>> WriteAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var tables = NewRows.Of(db);
        if (tables.Count == 0)
        {
            return [];
        }

        var trip = new RoundTrip(db);
        var numbers = tables.Select(rows => Ask(trip, rows)).ToArray();
        try
        {
            await trip.SendAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            throw new DbUpdateException("Rows could not be inserted.", exception, [.. tables.SelectMany(rows => rows.Entries)]);
        }

        return [.. tables.Zip(numbers, Take).SelectMany(rows => rows)];
    }

    private static List<(long Sequence, long Transaction)> Ask(RoundTrip trip, NewRows rows)
    {
        var arrays = Enumerable.Range(0, rows.Columns)
            .Select(column => trip.Value(Arrays[rows.TypeOf(column)](rows.Entries.Select(entry => rows.Value(entry, column)))));
        var insert = $"{rows.Insert} SELECT * FROM unnest({string.Join(", ", arrays)})";
        if (rows.AreSequenced)
        {
            return trip.Ask(
                $"{insert} RETURNING \"{nameof(ISequencedRow.Sequence)}\", \"{nameof(ISequencedRow.Transaction)}\"",
                static reader => (reader.GetInt64(0), reader.GetInt64(1)));
        }

        trip.Do(insert);
        return [];
    }

    private static List<ISequencedRow> Take(NewRows rows, List<(long Sequence, long Transaction)> numbers)
    {
        var logged = new List<ISequencedRow>(numbers.Count);
        for (var n = 0; n < rows.Entries.Count; n++)
        {
            var entry = rows.Entries[n];
            if (entry.Entity is ISequencedRow row)
            {
                entry.Property(nameof(ISequencedRow.Sequence)).CurrentValue = numbers[n].Sequence;
                entry.Property(nameof(ISequencedRow.Transaction)).CurrentValue = numbers[n].Transaction;
                logged.Add(row);
            }

            NewRows.MarkWritten(entry);
        }

        return logged;
    }
}
