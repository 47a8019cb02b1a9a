using Microsoft.Data.Sqlite;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Console;

/// <summary>The game from a shell, beside the serving program.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class GameVerbTests
{
    private const string Standstill = "UPDATE game_state SET RebuildingUntil = ";

    [Fact]
    public async Task It_is_worked_out_anew_and_closed_beside_the_server_and_says_what_stays_out_and_who_is_in_the_way()
    {
        await using var server = await WebServer.StartAsync("Production", new Dictionary<string, string?> { ["USERLIST"] = "erika:ein-langes-kennwort" });

        await ExpectAsync(server, 0, "0 Buchungen im Punktekonto, 0 nicht verstanden.", "game", "rebuild");
        await ExpectAsync(server, 0, "Kein Zeitraum war abzuschließen.", "jobs", "run", "achievements");
        await ExpectAsync(server, 64, "Hilfe: game rebuild --help", "game", "rebuild", "jetzt");
        await ExpectAsync(server, 64, "Hilfe: game --help", "game");

        var far = TimeProvider.System.GetUtcNow().AddHours(1).UtcTicks;
        await WriteAsync(server, FormattableString.Invariant($"{Standstill}{far}"));
        await ExpectAsync(server, 1, "Die Punkte werden gerade schon neu berechnet. Versuche es in zwei Minuten noch einmal.", "game", "rebuild");
        await ExpectAsync(server, 1, "Die Punkte werden gerade neu berechnet. Danach geht es von selbst weiter.", "jobs", "run", "achievements");

        await WriteAsync(server, $"INSERT INTO events (Kind, At, Detail) VALUES ('outcome.changed', {far}, '{{}}'); {Standstill}NULL");
        await ExpectAsync(server, 0, "(outcome.changed): Dieses Ergebnis eines Termins gibt es nicht.", "game", "rebuild");

        await WriteAsync(server, "DROP TABLE game_badges");
        var (exitCode, output) = await server.RunVerbAsync("game", "rebuild");
        Assert.Equal(70, exitCode);
        Assert.Matches("Das hat nicht geklappt. Fehler [0-9A-Z]{4}-[0-9A-Z]{2}; ", output);
        Assert.DoesNotContain("Unhandled", output, StringComparison.Ordinal);
    }

    private static async Task ExpectAsync(WebServer server, int code, string sentence, params string[] words)
    {
        var (exitCode, output) = await server.RunVerbAsync(words);
        Assert.True(exitCode == code, $"{string.Join(' ', words)}: {exitCode}\n{output}");
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(WebServer server, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.PersistFolder, "slotbooking.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=5000; " + sql;
        await command.ExecuteNonQueryAsync();
    }
}
