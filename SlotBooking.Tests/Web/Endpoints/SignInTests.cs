using System.Net;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Web.Endpoints;

/// <summary>Signing in and out over real HTTP, as a stranger's script would.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class SignInTests(ProductionServer production) : IClassFixture<ProductionServer>
{
    [Fact]
    public async Task A_plain_form_with_its_token_signs_in_over_HTTP()
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var answer = await client.PostFormAsync(
            "/login", "/login", ("username", "anna"), ("password", ProductionServer.Password), ("returnUrl", "/day/2026-11-24?x=1"));

        Assert.Equal((HttpStatusCode.SeeOther, "/day/2026-11-24?x=1"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("SlotBooking=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
        using var page = await client.GetAsync("/not-found");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Behind_HTTPS_the_cookie_is_secure_and_bound_to_the_host()
    {
        using var client = new OfficeClient(production.Server.BaseUri);
        using var login = await client.SendAsync(HttpMethod.Get, "/login", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "buchung.example"));

        Assert.Contains(login.Headers.GetValues("Set-Cookie"), c => c.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("max-age=31536000", Assert.Single(login.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        using var start = await client.SendAsync(HttpMethod.Get, "/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "buchung.example"));
        Assert.Equal("https://buchung.example/login?returnUrl=%2F", start.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var answer = await client.PostFormAsync("/login", "/login", ("username", "chef"), ("password", ProductionServer.Password), ("returnUrl", returnUrl));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        using var answer = await client.PostAsync("/login", ("username", "anna"), ("password", ProductionServer.Password));

        Assert.Equal("/login?error=form", answer.Headers.Location!.ToString());
        using var page = await client.GetAsync("/not-found");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answers()
    {
        using var client = new OfficeClient(production.Server.BaseUri);
        string[] expected = ["wrong", "wrong", "wrong", "wrong", "locked", "locked"];

        foreach (var name in (string[])["tom", "niemand"])
        {
            foreach (var error in expected)
            {
                Assert.Equal($"/login?error={error}", await client.SignInAsync(name, "falsch"));
            }
        }

        Assert.Equal("/login?error=locked", await client.SignInAsync("tom", ProductionServer.Password));
    }

    [Fact]
    public async Task Sign_out_is_a_form_and_a_copied_cookie_is_worth_nothing_afterwards()
    {
        using var client = new OfficeClient(production.Server.BaseUri);
        await client.SignInAsync("ben", ProductionServer.Password);
        using var thief = new OfficeClient(production.Server.BaseUri);
        thief.Cookies.Add(client.Cookies.GetCookies(production.Server.BaseUri));

        using var get = await client.GetAsync("/logout");
        Assert.NotEqual(HttpStatusCode.SeeOther, get.StatusCode);
        using (var still = await client.GetAsync("/not-found"))
        {
            Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        }

        using var answer = await client.PostFormAsync("/account/password", "/logout");

        Assert.Equal("/login", answer.Headers.Location!.ToString());
        using var stolen = await thief.GetAsync("/not-found");
        Assert.Equal(HttpStatusCode.Redirect, stolen.StatusCode);
    }

    [Fact]
    public async Task A_short_password_of_the_list_works_once_and_leads_to_changing_it()
    {
        using var client = new OfficeClient(production.Server.BaseUri);

        Assert.Equal("/account/password?required=true", await client.SignInAsync("kurz", "kurz"));
        using (var page = await client.GetAsync("/"))
        {
            Assert.Equal("/account/password?required=true", page.Headers.Location!.ToString());
        }

        using (var circuit = await client.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", ("Origin", client.Origin)))
        {
            Assert.Equal(HttpStatusCode.Forbidden, circuit.StatusCode);
        }

        Assert.Equal("/account/password?error=short&required=true", await ChangeAsync("kurz", "zu-kurz", "zu-kurz"));
        Assert.Equal("/account/password?error=repeat&required=true", await ChangeAsync("kurz", "nebel-ueber-der-see", "nebel"));
        Assert.Equal("/account/password?error=wrong&required=true", await ChangeAsync("falsch", "nebel-ueber-der-see", "nebel-ueber-der-see"));
        Assert.Equal("/", await ChangeAsync("kurz", "nebel-ueber-der-see", "nebel-ueber-der-see"));
        using var free = await client.GetAsync("/not-found");
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);

        async Task<string> ChangeAsync(string current, string next, string repeat)
        {
            using var answer = await client.PostFormAsync(
                "/account/password", "/account/password", ("current", current), ("password", next), ("repeat", repeat));
            return answer.Headers.Location!.ToString();
        }
    }

    [Fact]
    public async Task The_console_disables_an_account_of_the_running_server_within_five_seconds()
    {
        using var client = new OfficeClient(production.Server.BaseUri);
        await client.SignInAsync("mia", ProductionServer.Password);

        var (exitCode, output) = await production.Server.RunVerbAsync("users", "disable", "mia");

        Assert.True(exitCode == 0, output);
        await Eventually.HoldsAsync(
            async () =>
            {
                using var page = await client.GetAsync("/not-found");
                return page.StatusCode == HttpStatusCode.Redirect;
            },
            "the session has ended",
            Deadline.OfSeconds(5));
    }
}
