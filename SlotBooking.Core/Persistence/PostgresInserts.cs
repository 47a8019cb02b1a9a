using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;

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

    /// <summary>Writes what was added; everything else is left to <see cref="DbContext.SaveChanges()"/>. Answers the events written, in order.</summary>
    /// <exception cref="DbUpdateException">The database refused.</exception>
    public static async Task<IReadOnlyList<OfficeEvent>> WriteAsync(SlotBookingDb db, CancellationToken cancellationToken)
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

        return [.. tables.Zip(numbers, Take).SelectMany(events => events)];
    }

    private static List<(long Sequence, long Transaction)> Ask(RoundTrip trip, NewRows rows)
    {
        var arrays = Enumerable.Range(0, rows.Columns)
            .Select(column => trip.Value(Arrays[rows.TypeOf(column)](rows.Entries.Select(entry => rows.Value(entry, column)))));
        var insert = $"{rows.Insert} SELECT * FROM unnest({string.Join(", ", arrays)})";
        if (rows.AreEvents)
        {
            return trip.Ask(
                $"{insert} RETURNING \"{nameof(OfficeEvent.Sequence)}\", \"{nameof(OfficeEvent.Transaction)}\"",
                static reader => (reader.GetInt64(0), reader.GetInt64(1)));
        }

        trip.Do(insert);
        return [];
    }

    private static List<OfficeEvent> Take(NewRows rows, List<(long Sequence, long Transaction)> numbers)
    {
        var told = new List<OfficeEvent>(numbers.Count);
        for (var n = 0; n < rows.Entries.Count; n++)
        {
            var entry = rows.Entries[n];
            if (entry.Entity is OfficeEvent item)
            {
                entry.Property(nameof(OfficeEvent.Sequence)).CurrentValue = numbers[n].Sequence;
                entry.Property(nameof(OfficeEvent.Transaction)).CurrentValue = numbers[n].Transaction;
                told.Add(item);
            }

            NewRows.Written(entry);
        }

        return told;
    }
}
