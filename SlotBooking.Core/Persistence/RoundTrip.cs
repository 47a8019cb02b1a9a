using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SlotBooking.Core.Persistence;

/// <summary>Several statements that cost one way to the database and back, carried out in the order in which they were asked.</summary>
/// <remarks>
/// For what every booking waits for; everything else is asked through EF Core. Lists go in as one parameter, so the text is always
/// the same and PostgreSQL plans it once for a connection. Takes part in the context's transaction. Used once.
/// </remarks>
internal sealed class RoundTrip(SlotBookingDb db)
{
    private readonly StringBuilder _sql = new(4096);
    private readonly DbCommand _command = db.Database.GetDbConnection().CreateCommand();
    private readonly List<Action<DbDataReader>> _readers = [];

    /// <summary>True on SQLite.</summary>
    public bool IsSqlite { get; } = db.Database.IsSqlite();

    /// <summary>What stands after FROM to find the rows of a table for each of a list's values, by an index.</summary>
    /// <remarks>
    /// Both databases are told to begin with the list. PostgreSQL keeps its plan, and one made while the table was empty would
    /// read the whole table for as long as the connection lives.
    /// </remarks>
    /// <param name="list">What <see cref="Each(IReadOnlyCollection{string})"/> answered.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">How the row is called in the condition and in what is selected.</param>
    /// <param name="condition">Which rows belong to a value.</param>
    public string Find(string list, string table, string name, string condition) => IsSqlite
        ? $"{list} CROSS JOIN {table} AS {name} ON {condition}"
        : $"{list} CROSS JOIN LATERAL (SELECT * FROM {table} AS {name} WHERE {condition} OFFSET 0) AS {name}";

    /// <summary>Adds a statement that answers rows; they are in the list once <see cref="SendAsync"/> is done.</summary>
    public List<T> Ask<T>(string sql, Func<DbDataReader, T> row)
    {
        var rows = new List<T>();
        Do(sql);
        _readers.Add(reader =>
        {
            while (reader.Read())
            {
                rows.Add(row(reader));
            }
        });
        return rows;
    }

    /// <summary>Adds a statement that answers nothing.</summary>
    public void Do(string sql) => _sql.Append(sql).Append(";\n");

    /// <summary>Adds a parameter; the answer stands for it in the text.</summary>
    public string Value(object value)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{_command.Parameters.Count}");
        parameter.Value = value;
        _command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    /// <summary>Adds an instant in the form in which the database keeps it.</summary>
    public string Value(DateTimeOffset instant) => Value(IsSqlite ? instant.UtcTicks : (object)instant.ToUniversalTime());

    /// <summary>Adds a list; the answer stands for a table <c>wanted</c> with the column <c>value</c>.</summary>
    public string Each(IReadOnlyCollection<string> values) => IsSqlite
        ? $"json_each({Value(JsonSerializer.Serialize(values))}) AS wanted"
        : $"unnest({Value(values.ToArray())}) AS wanted (value)";

    /// <summary>Adds a list of ids, see <see cref="Each(IReadOnlyCollection{string})"/>.</summary>
    public string Each(IReadOnlyCollection<Guid> ids) => IsSqlite
        ? Each([.. ids.Select(id => id.ToString().ToUpperInvariant())])
        : $"unnest({Value(ids.ToArray())}) AS wanted (value)";

    /// <summary>Adds a list of days, see <see cref="Each(IReadOnlyCollection{string})"/>.</summary>
    public string Each(IReadOnlyCollection<DateOnly> days) => IsSqlite
        ? Each([.. days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))])
        : $"unnest({Value(days.ToArray())}) AS wanted (value)";

    /// <summary>Reads an instant.</summary>
    public DateTimeOffset Instant(DbDataReader reader, int column) => IsSqlite
        ? new DateTimeOffset(reader.GetInt64(column), TimeSpan.Zero)
        : reader.GetFieldValue<DateTimeOffset>(column);

    /// <summary>Carries everything out and fills the lists.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var command = _command;
        command.CommandText = _sql.ToString();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        if (!IsSqlite)
        {
            await command.PrepareAsync(cancellationToken);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        foreach (var read in _readers)
        {
            read(reader);
            await reader.NextResultAsync(cancellationToken);
        }
    }
}
