using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Persistence;

/// <summary>Writes the new rows of a booking with one prepared statement per table. SQLite only.</summary>
/// <remarks>
/// EF Core parses a statement for every row there, which is most of what a batch of bookings would cost. What is written is the same:
/// the columns and conversions are the model's own, and the transaction is the context's.
/// </remarks>
internal static class SqliteInserts
{
    /// <summary>In the order of their foreign keys. None of them has a value that the database makes, but for the event's number.</summary>
    private static readonly Type[] Kinds = [typeof(Booking), typeof(SlotPlace), typeof(ProcessedCommand), typeof(OfficeEvent)];

    private static readonly ConcurrentDictionary<IEntityType, Row> Rows = new();

    /// <summary>Writes what was added; everything else is left to <see cref="DbContext.SaveChanges()"/>. Answers the events written, in order.</summary>
    /// <exception cref="DbUpdateException">The database refused.</exception>
    public static IReadOnlyList<OfficeEvent> Write(SlotBookingDb db)
    {
        var added = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToLookup(e => e.Metadata.ClrType);
        var told = new List<OfficeEvent>();
        foreach (var kind in Kinds.Where(added.Contains))
        {
            Write(db, kind == typeof(OfficeEvent) ? [.. added[kind].OrderBy(Number)] : [.. added[kind]], told);
        }

        return told;
    }

    /// <summary>EF Core's provisional number, which rises; the tracker's own order is no order.</summary>
    private static long Number(EntityEntry entry) => (long)entry.Property(nameof(OfficeEvent.Sequence)).CurrentValue!;

    private static void Write(SlotBookingDb db, EntityEntry[] entries, List<OfficeEvent> told)
    {
        var row = Rows.GetOrAdd(entries[0].Metadata, static type => new Row(type));
        using var command = row.Prepare(db);
        foreach (var entry in entries)
        {
            try
            {
                row.Fill(command, entry.Entity);
                var number = command.ExecuteScalar();
                if (entry.Entity is OfficeEvent item)
                {
                    entry.Property(nameof(OfficeEvent.Sequence)).CurrentValue = (long)number!;
                    told.Add(item);
                }
            }
            catch (SqliteException exception)
            {
                throw new DbUpdateException("A row could not be inserted.", exception, [entry]);
            }

            // What nothing refers to is let go of. A booking stays: a tracked place may have become its own, and would be deleted with it.
            entry.State = entry.Entity is Booking ? EntityState.Unchanged : EntityState.Detached;
        }
    }

    /// <summary>How the entities of one table become rows.</summary>
    private sealed class Row
    {
        private readonly string _sql;
        private readonly (IPropertyBase Property, Func<object?, object?> Convert)[] _columns;

        public Row(IEntityType type)
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            var properties = type.GetProperties().Where(p => !IsMadeByDatabase(p)).ToArray();
            var names = properties.Select(p => p.GetColumnName(table));
            var values = properties.Select((_, n) => FormattableString.Invariant($"@p{n}"));
            var answer = type.ClrType == typeof(OfficeEvent) ? $" RETURNING \"{nameof(OfficeEvent.Sequence)}\"" : "";
            _sql = $"INSERT INTO \"{table.Name}\" (\"{string.Join("\", \"", names)}\") VALUES ({string.Join(", ", values)}){answer}";
            _columns = [.. properties.Select(p => ((IPropertyBase)p, Conversion(p)))];
        }

        public DbCommand Prepare(SlotBookingDb db)
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = _sql;
            for (var n = 0; n < _columns.Length; n++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = FormattableString.Invariant($"@p{n}");
                command.Parameters.Add(parameter);
            }

            return command;
        }

        public void Fill(DbCommand command, object entity)
        {
            for (var n = 0; n < _columns.Length; n++)
            {
                var (property, convert) = _columns[n];
                command.Parameters[n].Value = convert(property.GetGetter().GetClrValue(entity)) ?? DBNull.Value;
            }
        }

        private static bool IsMadeByDatabase(IProperty property) =>
            property.ValueGenerated != ValueGenerated.Never && property.DeclaringType.ClrType == typeof(OfficeEvent);

        private static Func<object?, object?> Conversion(IProperty property)
        {
            var converter = property.GetRelationalTypeMapping().Converter;
            return converter is null ? static value => value : value => value is null ? null : converter.ConvertToProvider(value);
        }
    }
}
