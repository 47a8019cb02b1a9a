using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SlotBooking.Core.Persistence;

/// <summary>Puts into a German sentence why the database cannot be used at the start; none of them tells a password.</summary>
internal static class DatabaseTrouble
{
    private const string Setting = "ConnectionStrings__SlotBooking";
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The sentence, or null for what is no matter of settings, such as a migration that fails.</summary>
    public static string? Sentence(Exception exception, DatabaseTarget target) => Cause(exception) switch
    {
        SqliteException { SqliteErrorCode: CannotOpen } => $"Die Datenbank „{target.File}“ lässt sich nicht öffnen. Prüfe die Rechte an der Datei, PERSIST_BASE und {Setting}.",
        SqliteException { SqliteErrorCode: NotADatabase } => $"Die Datei „{target.File}“ ist keine SQLite-Datenbank. Lege eine Sicherung an ihre Stelle oder prüfe PERSIST_BASE und {Setting}.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => $"{Setting}: Die Datenbank „{Server(target).Database}“ gibt es auf {Where(target)} nicht. Lege sie an oder berichtige den Namen.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"{Setting}: PostgreSQL auf {Where(target)} lässt „{Server(target).Username}“ nicht herein. Prüfe Benutzer und Passwort.",
        PostgresException => null,
        NpgsqlException => $"{Setting}: PostgreSQL auf {Where(target)} antwortet nicht. Starte es oder berichtige Rechner und Port.",
        _ => null,
    };

    private static Exception? Cause(Exception? exception) => exception is null or DbException ? exception : Cause(exception.InnerException);

    private static NpgsqlConnectionStringBuilder Server(DatabaseTarget target) => new(target.ConnectionString);

    private static string Where(DatabaseTarget target) => Server(target) is var server ? $"{server.Host}:{server.Port}" : "";
}
