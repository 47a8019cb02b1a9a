using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SlotBooking.Core.Persistence;

/// <summary>The new rows of one table that is written in bulk (<see cref="BulkInsertAnnotation"/>); columns and conversions are the model's own.</summary>
/// <remarks>
/// EF Core writes one statement for every row, which is most of what a batch of bookings would cost.
/// None of these tables has a value that the database makes, but for number and transaction of an <see cref="ISequencedRow"/>.
/// </remarks>
internal sealed class NewRows
{
    private static readonly ConcurrentDictionary<IEntityType, Shape> Shapes = new();

    private readonly Shape _shape;

    private NewRows(EntityEntry[] entries) => (Entries, _shape) = (entries, Shapes.GetOrAdd(entries[0].Metadata, static type => new Shape(type)));

    /// <summary>Gets what was added, rows of a log in their order.</summary>
    public IReadOnlyList<EntityEntry> Entries { get; }

    /// <summary>Gets whether these are rows of a log, whose number the database makes.</summary>
    public bool AreSequenced => Entries[0].Entity is ISequencedRow;

    /// <summary>How many columns are written.</summary>
    public int Columns => _shape.Columns.Count;

    /// <summary><c>INSERT INTO "table" ("column", …)</c>.</summary>
    public string Insert => _shape.Insert;

    /// <summary>What was added, table by table, in the order in which it has to be written.</summary>
    public static IReadOnlyList<NewRows> Of(SlotBookingDb db)
    {
        var added = db.ChangeTracker.Entries()
            .Where(e => e.State == EntityState.Added && e.Metadata.BulkInsertOrder is not null)
            .GroupBy(e => e.Metadata);
        return [.. added.OrderBy(table => table.Key.BulkInsertOrder).Select(table => new NewRows([.. InOrder(table)]))];
    }

    /// <summary>The type in which the database takes a column, not nullable.</summary>
    public Type TypeOf(int column) => _shape.Columns[column].Type;

    /// <summary>A row's value as the database takes it.</summary>
    public object? Value(EntityEntry entry, int column) => _shape.Columns[column].Value(entry.Entity);

    /// <summary>Tells the context that the row is in the database.</summary>
    /// <remarks>What nothing refers to is let go of. A booking stays: a tracked place may have become its own, and would be deleted with it.</remarks>
    public static void MarkWritten(EntityEntry entry) =>
        entry.State = entry.Metadata.IsReferencedInBulk ? EntityState.Unchanged : EntityState.Detached;

    private static IEnumerable<EntityEntry> InOrder(IGrouping<IEntityType, EntityEntry> table) =>
        typeof(ISequencedRow).IsAssignableFrom(table.Key.ClrType) ? table.OrderBy(ProvisionalNumber) : table;

    /// <summary>EF Core's provisional number, which rises; the tracker's own order is no order.</summary>
    private static long ProvisionalNumber(EntityEntry entry) => (long)entry.Property(nameof(ISequencedRow.Sequence)).CurrentValue!;

    private sealed class Shape
    {
        public Shape(IEntityType type)
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            var properties = type.GetProperties().Where(p => !IsMadeByDatabase(p)).ToArray();
            Insert = $"INSERT INTO \"{table.Name}\" (\"{string.Join("\", \"", properties.Select(p => p.GetColumnName(table)))}\")";
            Columns = [.. properties.Select(ColumnOf)];
        }

        public string Insert { get; }

        public IReadOnlyList<(Type Type, Func<object, object?> Value)> Columns { get; }

        private static bool IsMadeByDatabase(IProperty property) =>
            property.ValueGenerated != ValueGenerated.Never && typeof(ISequencedRow).IsAssignableFrom(property.DeclaringType.ClrType);

        private static (Type, Func<object, object?>) ColumnOf(IProperty property)
        {
            var getter = property.GetGetter();
            var mapping = property.GetRelationalTypeMapping();
            var type = mapping.Converter?.ProviderClrType ?? property.ClrType;
            Func<object, object?> value = mapping.Converter is { } converter
                ? entity => getter.GetClrValue(entity) is { } set ? converter.ConvertToProvider(set) : null
                : getter.GetClrValue;
            return (Nullable.GetUnderlyingType(type) ?? type, value);
        }
    }
}
