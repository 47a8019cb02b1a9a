using Microsoft.Data.Sqlite;
using Npgsql;

namespace SlotBooking.Core.Persistence;

/// <summary>Which database is used: SQLite in a file, or PostgreSQL when the connection string is one of PostgreSQL's.</summary>
/// <param name="IsSqlite">True for SQLite.</param>
/// <param name="ConnectionString">In the driver's own form.</param>
public sealed record DatabaseTarget(bool IsSqlite, string ConnectionString)
{
    /// <summary>Where SQLite's file lies; null on PostgreSQL.</summary>
    public string? File => IsSqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Reads a connection string (or none: then SQLite in the folder given).</summary>
    /// <exception cref="ConfigurationException">It is neither SQLite's nor PostgreSQL's; the message names the setting.</exception>
    public static DatabaseTarget From(string? connectionString, string persistFolder)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return Sqlite(Path.Combine(persistFolder, "slotbooking.db"));
        }

        if (Uri.TryCreate(connectionString, UriKind.Absolute, out var uri) && uri.Scheme is "postgres" or "postgresql")
        {
            return new DatabaseTarget(IsSqlite: false, FromUri(uri!));
        }

        try
        {
            if (connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase) ||
                connectionString.Contains("Server=", StringComparison.OrdinalIgnoreCase))
            {
                return new DatabaseTarget(IsSqlite: false, new NpgsqlConnectionStringBuilder(connectionString).ConnectionString);
            }

            var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
            if (file.Length > 0)
            {
                return Sqlite(file);
            }
        }
        catch (ArgumentException)
        {
            // Falls through to the sentence below: the driver's own message may repeat the password.
        }

        throw new ConfigurationException(
            "ConnectionStrings__SlotBooking ist weder eine Verbindung zu PostgreSQL („Host=…;Database=…;Username=…;Password=…“) noch zu SQLite („Data Source=Datei“). Berichtige den Wert oder lass ihn weg, dann wird SQLite im Ordner persist benutzt.");
    }

    private static DatabaseTarget Sqlite(string file) => new(
        IsSqlite: true,
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = true, DefaultTimeout = 10 }.ConnectionString);

    private static string FromUri(Uri uri)
    {
        var parts = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(parts[0]),
            Password = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : null,
        }.ConnectionString;
    }
}
