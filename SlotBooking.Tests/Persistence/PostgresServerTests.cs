using Npgsql;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Persistence;

[Trait(Needs.Trait, Needs.PostgreSql)]
public sealed class PostgresServerTests
{
    [Fact]
    public async Task Every_database_is_fresh_and_its_own()
    {
        var server = await PostgresServer.GetAsync();
        var first = await server.CreateDatabaseAsync();
        var second = await server.CreateDatabaseAsync();

        await ScalarAsync(first, "CREATE TABLE mark (id int)");

        Assert.Equal(1L, await ScalarAsync(first, "SELECT count(*) FROM pg_tables WHERE tablename = 'mark'"));
        Assert.Equal(0L, await ScalarAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'mark'"));
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("max_connections", "200")]
    [InlineData("server_encoding", "UTF8")]
    public async Task Where_tests_kill_durability_is_not_traded_for_speed(string setting, string expected)
    {
        var server = await PostgresServer.GetDurableAsync();

        Assert.Equal(expected, await ScalarAsync(await server.CreateDatabaseAsync(), $"SHOW {setting}"));
    }

    [Theory]
    [InlineData("fsync", "off")]
    [InlineData("max_connections", "200")]
    [InlineData("server_encoding", "UTF8")]
    public async Task Where_none_kills_nothing_waits_for_the_disk(string setting, string expected)
    {
        var server = await PostgresServer.GetAsync();

        Assert.Equal(expected, await ScalarAsync(await server.CreateDatabaseAsync(), $"SHOW {setting}"));
    }

    [Fact]
    public async Task All_who_ask_get_the_same_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(PostgresServer.GetAsync)));

        Assert.Single(servers.Distinct());
        Assert.True(Directory.Exists($"/proc/{servers[0].Pid}"));
    }

    [Fact]
    public void A_machine_without_it_is_told_what_to_do()
    {
        using var nothing = new TempFolder();

        var error = Assert.Throws<InvalidOperationException>(() => PostgresProgram.Find(nothing.Path, nothing.Path));

        Assert.Contains("bash test.sh", error.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
