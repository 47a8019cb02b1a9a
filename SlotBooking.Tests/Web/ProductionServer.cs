using SlotBooking.Tests.Browser;

namespace SlotBooking.Tests.Web;

/// <summary>One real installation for the tests of a class: Production, SQLite, accounts from <c>USERLIST</c>.</summary>
public sealed class ProductionServer : IAsyncLifetime
{
    public const string Password = "regen-auf-dem-dach";

    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["USERLIST"] = $"chef:{Password},anna:{Password},ben:{Password},mia:{Password},lina:{Password},nora:{Password},tom:{Password},kurz:kurz",
        ["ADMIN_USERS"] = "CHEF",
        ["SECRET_KEY"] = "ein-geheimnis-nur-fuer-diesen-test",
        ["Circuits__PerAccount"] = "3",
    };

    private WebServer? _server;

    public WebServer Server => _server!;

    public async Task InitializeAsync() => _server = await WebServer.StartAsync("Production", Variables);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
