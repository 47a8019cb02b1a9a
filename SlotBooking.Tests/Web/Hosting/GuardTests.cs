using System.Net;
using System.Net.WebSockets;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Hosting;

/// <summary>What stands on every answer, and who may open a circuit.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class GuardTests(ProductionServer production) : IClassFixture<ProductionServer>
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/login")]
    [InlineData("HEAD", "/login")]
    [InlineData("POST", "/login")]
    [InlineData("GET", "/gibt-es-nicht")]
    [InlineData("GET", "/css/tokens.css")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/health/ready")]
    [InlineData("POST", "/_blazor/negotiate")]
    [InlineData("POST", "/calendar/push")]
    [InlineData("DELETE", "/login")]
    public async Task Every_answer_carries_the_protective_headers(string method, string path)
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var answer = await client.SendAsync(new HttpMethod(method), path);

        Assert.StartsWith("default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none';", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.True(path.StartsWith("/css", StringComparison.Ordinal) || answer.Headers.CacheControl!.NoStore);

        string Header(string name) => Assert.Single(answer.Headers.GetValues(name));
    }

    [Fact]
    public async Task Health_is_told_to_anybody_and_pages_to_nobody()
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var live = await client.GetAsync("/health/live");
        using var ready = await client.GetAsync("/health/ready");
        using var page = await client.GetAsync("/not-found");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        Assert.Equal("Healthy", await ready.Content.ReadAsStringAsync());
        Assert.EndsWith("/login?returnUrl=%2Fnot-found", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_the_head_of_an_open_page_gets_it_and_of_any_other_page_nothing()
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var page = await client.GetAsync("/login?error=locked");
        using var head = await client.SendAsync(HttpMethod.Head, "/login?error=locked");
        using var live = await client.SendAsync(HttpMethod.Head, "/health/live");
        using var sheet = await client.SendAsync(HttpMethod.Head, "/css/tokens.css");
        using var closed = await client.SendAsync(HttpMethod.Head, "/day");

        Assert.Equal((HttpStatusCode.OK, page.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, sheet.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
    }

    [Fact]
    public async Task Production_has_no_demo()
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var login = await client.GetAsync("/login");

        Assert.DoesNotContain("demo-notice", await login.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/login?error=wrong", await client.SignInAsync("admin", Browser.WebServer.DemoPassword));
    }

    [Theory]
    [InlineData(null, 403)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    [InlineData("https://example.org", 403)]
    [InlineData("http://127.0.0.1:1", 403)]
    [InlineData("http://127.0.0.1.example.org", 403)]
    [InlineData("OWN", 200)]
    [InlineData("OWN-UPPER", 200)]
    [InlineData("OWN/path", 403)]
    public async Task A_circuit_is_negotiated_with_our_own_pages_only(string? origin, int status)
    {
        using var client = new OfficeClient(production.Server.BaseUri);
        await client.SignInAsync("lina", ProductionServer.Password);
        var value = origin?.Replace("OWN-UPPER", client.Origin.ToUpperInvariant(), StringComparison.Ordinal).Replace("OWN", client.Origin, StringComparison.Ordinal);

        using var answer = await client.SendAsync(HttpMethod.Post, Negotiate, value is null ? [] : [("Origin", value)]);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_visitor_gets_no_circuit()
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var answer = await client.SendAsync(HttpMethod.Post, Negotiate, ("Origin", client.Origin));
        using var poll = await client.SendAsync(HttpMethod.Get, "/_blazor?id=x");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (answer.StatusCode, poll.StatusCode));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://example.org")]
    public async Task A_socket_from_elsewhere_is_refused(string? origin)
    {
        using var client = new OfficeClient(production.Server.BaseUri);
        await client.SignInAsync("nora", ProductionServer.Password);

        var error = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(client, origin));

        Assert.Contains("403", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fourth_page_of_one_person_is_refused_and_a_closed_one_makes_room()
    {
        using var client = new OfficeClient(production.Server.BaseUri);
        await client.SignInAsync("ben", ProductionServer.Password);
        var open = new List<ClientWebSocket>();
        for (var i = 0; i < 3; i++)
        {
            open.Add(await ConnectAsync(client, client.Origin));
        }

        var error = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(client, client.Origin));
        Assert.Contains("429", error.Message, StringComparison.Ordinal);
        using var script = await client.SendAsync(HttpMethod.Get, "/_blazor/initializers", ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);

        open[0].Abort();
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    open[0] = await ConnectAsync(client, client.Origin);
                    return true;
                }
                catch (WebSocketException)
                {
                    return false;
                }
            },
            "there is room again");
        open.ForEach(socket => socket.Dispose());
    }

    private async Task<ClientWebSocket> ConnectAsync(OfficeClient client, string? origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = client.Cookies;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(production.Server.BaseUri) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
