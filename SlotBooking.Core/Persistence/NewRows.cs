using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Persistence;

/// <summary>The new rows of one table that a transaction of bookings writes: columns and conversions are the model's own.</summary>
/// <remarks>EF Core writes one statement for every row, which is most of what a batch of bookings would cost.</remarks>
internal sealed class NewRows
{
    /// <summary>In the order of their foreign keys. None of them has a value that the database makes, but for the event's number and transaction.</summary>
    private static readonly Type[] Kinds =
    [
        typeof(Booking), typeof(SlotPlace), typeof(ProcessedCommand), typeof(OutcomeChange), typeof(OfficeEvent),
        typeof(Customer), typeof(CustomerKey), typeof(CustomerWord), typeof(CustomerDigits),
    ];

    private static readonly ConcurrentDictionary<IEntityType, Shape> Shapes = new();

    private readonly Shape _shape;

    private NewRows(EntityEntry[] entries) => (Entries, _shape) = (entries, Shapes.GetOrAdd(entries[0].Metadata, static type => new Shape(type)));

    /// <summary>What was added, events in their order.</summary>
    public IReadOnlyList<EntityEntry> Entries { get; }

    /// <summary>Whether these are events, whose number the database makes.</summary>
    public bool AreEvents => Entries[0].Entity is OfficeEvent;

    /// <summary>How many columns are written.</summary>
    public int Columns => _shape.Columns.Count;

    /// <summary><c>INSERT INTO "table" ("column", …)</c>.</summary>
    public string Insert => _shape.Insert;

    /// <summary>What was added, table by table, in the order in which it has to be written.</summary>
    public static IReadOnlyList<NewRows> Of(SlotBookingDb db)
    {
        var added = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToLookup(e => e.Metadata.ClrType);
        return
        [
            .. Kinds.Where(added.Contains).Select(kind => new NewRows(kind == typeof(OfficeEvent) ? [.. added[kind].OrderBy(Number)] : [.. added[kind]])),
        ];
    }

    /// <summary>The type in which the database takes a column, not nullable.</summary>
    public Type TypeOf(int column) => _shape.Columns[column].Type;

    /// <summary>A row's value as the database takes it.</summary>
    public object? Value(EntityEntry entry, int column) => _shape.Columns[column].Value(entry.Entity);

    /// <summary>Tells the context that the row stands.</summary>
    /// <remarks>What nothing refers to is let go of. A booking stays: a tracked place may have become its own, and would be deleted with it.</remarks>
    public static void Written(EntityEntry entry) => entry.State = entry.Entity is Booking ? EntityState.Unchanged : EntityState.Detached;

    /// <summary>EF Core's provisional number, which rises; the tracker's own order is no order.</summary>
    private static long Number(EntityEntry entry) => (long)entry.Property(nameof(OfficeEvent.Sequence)).CurrentValue!;

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
            property.ValueGenerated != ValueGenerated.Never && property.DeclaringType.ClrType == typeof(OfficeEvent);

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
