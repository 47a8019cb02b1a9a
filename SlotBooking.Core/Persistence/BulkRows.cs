using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SlotBooking.Core.Persistence;

/// <summary>Writes very many rows of one table as fast as the database takes them: a prepared statement on SQLite, COPY on PostgreSQL.</summary>
/// <remarks>Columns and conversions are the model's own, so a new column is written without a word here.</remarks>
internal sealed class BulkRows<T>
{
    private readonly string _table;
    private readonly string _columns;
    private readonly (IPropertyBase Property, Func<object?, object?> Convert)[] _values;

    /// <summary>Learns table, columns and conversions from the model.</summary>
    public BulkRows(SlotBookingDb db)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var properties = type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToArray();
        _table = $"\"{table.Name}\"";
        _columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""));
        _values = [.. properties.Select(p => ((IPropertyBase)p, Conversion(p)))];
    }

    /// <summary>Writes them in one go, in the context's transaction if there is one; the context hears nothing of them.</summary>
    public async Task WriteAsync(SlotBookingDb db, IEnumerable<T> rows)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, rows);
        }
        else if (db.Database.CurrentTransaction is { } current)
        {
            Insert(current.GetDbTransaction(), rows);
        }
        else
        {
            await using var own = await db.Database.BeginTransactionAsync();
            Insert(own.GetDbTransaction(), rows);
            await own.CommitAsync();
        }
    }

    private async Task CopyAsync(NpgsqlConnection connection, IEnumerable<T> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {_table} ({_columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var (property, convert) in _values)
            {
                if (convert(property.GetGetter().GetClrValue(row!)) is { } value)
                {
                    await copy.WriteAsync(value);
                }
                else
                {
                    await copy.WriteNullAsync();
                }
            }
        }

        await copy.CompleteAsync();
    }

    private void Insert(DbTransaction transaction, IEnumerable<T> rows)
    {
        using var insert = transaction.Connection!.CreateCommand();
        insert.Transaction = transaction;
        for (var n = 0; n < _values.Length; n++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = FormattableString.Invariant($"@p{n}");
            insert.Parameters.Add(parameter);
        }

        insert.CommandText = $"INSERT INTO {_table} ({_columns}) VALUES ({string.Join(", ", insert.Parameters.Cast<DbParameter>().Select(p => p.ParameterName))})";
        foreach (var row in rows)
        {
            for (var n = 0; n < _values.Length; n++)
            {
                insert.Parameters[n].Value = _values[n].Convert(_values[n].Property.GetGetter().GetClrValue(row!)) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private static Func<object?, object?> Conversion(IProperty property)
    {
        var converter = property.GetRelationalTypeMapping().Converter;
        return converter is null ? static value => value : value => value is null ? null : converter.ConvertToProvider(value);
    }
}
