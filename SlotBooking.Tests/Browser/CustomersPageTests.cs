using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Browser;

[Collection(BrowserTests.Office), Trait(Needs.Trait, Needs.Browser)]
public sealed partial class CustomersPageTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_agent_finds_a_customer_by_keyboard_and_notes_something()
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "anna");
        await page.GotoReadyAsync("/customers");
        await Assertions.Expect(page.TestId("customer-line").First).ToBeVisibleAsync();

        await page.Page.Keyboard.PressAsync("/");
        await page.Page.Keyboard.TypeAsync("beispiel");
        await Assertions.Expect(page.TestId("customer-line").First).ToContainTextAsync("Beispiel");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.TestId("customer-profile")).ToContainTextAsync("Beispiel");
        Assert.DoesNotContain("eispiel", page.Page.Url, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await page.TestId("privacy").CountAsync());

        await page.TestId("note-text").FillAsync("Möchte Unterlagen per Post.");
        await page.TestId("add-note").ClickAsync();
        await Assertions.Expect(page.TestId("note")).ToContainTextAsync("Möchte Unterlagen per Post.");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.TestId("note")).ToContainTextAsync("Anna");
        await page.TestId("delete-note").ClickAsync();
        await Assertions.Expect(page.TestId("note")).ToHaveCountAsync(0);
        page.AssertQuiet();
    }

    [Fact]
    public async Task An_admin_merges_two_profiles_and_takes_them_apart_hands_one_out_and_erases_it()
    {
        await using var server = await WebServer.StartAsync();
        await using var page = await browser.SignedInAsync(server, "admin");
        await using var watcher = await browser.SignedInAsync(server, "anna");
        await page.GotoReadyAsync("/customers");
        await Assertions.Expect(page.TestId("customer-line").First).ToBeVisibleAsync();
        await page.TestId("customer-search").FillAsync("bergmann");
        await Assertions.Expect(page.TestId("customer-line").First).ToContainTextAsync("Bergmann");
        await page.TestId("customer-line").First.ClickAsync();
        var counts = page.Page.Locator(".counts dd");
        var before = int.Parse(await counts.First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await watcher.GotoReadyAsync(new Uri(page.Page.Url).AbsolutePath);

        await page.TestId("merge").ClickAsync();
        await page.TestId("merge-search").FillAsync("beispiel");
        await Assertions.Expect(page.TestId("merge-choice").First).ToContainTextAsync("Beispiel");
        await page.TestId("merge-choice").First.ClickAsync();
        var together = await page.TestId("merge-result").Locator("dd").First.InnerTextAsync();
        await page.AssertAccessibleAsync();
        await page.TestId("merge-now").ClickAsync();
        await Assertions.Expect(page.TestId("merge-line")).ToContainTextAsync("Beispiel");
        await Assertions.Expect(counts.First).ToHaveTextAsync(together);
        await Assertions.Expect(watcher.Page.Locator(".counts dd").First).ToHaveTextAsync(together);

        await page.TestId("take-apart").ClickAsync();
        await Assertions.Expect(page.TestId("merge-line")).ToHaveCountAsync(0);
        await Assertions.Expect(counts.First).ToHaveTextAsync(before.ToString(System.Globalization.CultureInfo.InvariantCulture));

        await page.TestId("privacy").Locator("summary").ClickAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.TestId("export").ClickAsync());
        Assert.Matches(FileName(), download.SuggestedFilename);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync()));
        await AssertOnlyForAdminsAsync(server, new Uri(page.Page.Url).AbsolutePath + "/export");
        Assert.Equal("Bergmann", file.RootElement.GetProperty("lastName").GetString());
        Assert.Equal(before, file.RootElement.GetProperty("allAppointments").GetArrayLength());

        await page.TestId("erase-surname").FillAsync("Falsch");
        await page.TestId("erase").ClickAsync();
        await Assertions.Expect(page.TestId("erase-error")).ToContainTextAsync("nicht der Nachname");
        page.AssertQuiet();
        watcher.AssertQuiet();
    }

    [Theory, ClassData(typeof(EveryScreen))]
    public async Task The_page_fits_its_screen_and_is_accessible(string screen, ColorScheme colors)
    {
        var server = await browser.DemoAsync();
        await using var page = await browser.SignedInAsync(server, "admin", Screen.Of(screen), colors);
        await page.GotoReadyAsync("/customers");
        await Assertions.Expect(page.TestId("customer-line").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        await page.KeepPictureAsync($"customers-list-{screen}-{colors}");

        await page.TestId("customer-line").Nth(3).ClickAsync();
        await Assertions.Expect(page.TestId("customer-profile")).ToBeVisibleAsync();
        await page.TestId("privacy").Locator("summary").ClickAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
        await page.KeepPictureAsync($"customers-profile-{screen}-{colors}");
        page.AssertQuiet();
    }

    /// <summary>A customer's file is for admins: neither for visitors nor for those who may see the page.</summary>
    private static async Task AssertOnlyForAdminsAsync(WebServer server, string path)
    {
        using var stranger = new Web.OfficeClient(server.BaseUri);
        using var turned = await stranger.GetAsync(path);
        Assert.StartsWith("/login", turned.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        foreach (var name in (string[])["anna", "clara"])
        {
            using var client = new Web.OfficeClient(server.BaseUri);
            await client.SignInAsync(name, WebServer.DemoPassword);
            using var refused = await client.GetAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Contains("dich freigegeben.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("^kunde-[0-9a-f-]{36}\\.json$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
