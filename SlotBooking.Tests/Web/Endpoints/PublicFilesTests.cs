using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SlotBooking.Tests.Browser;

namespace SlotBooking.Tests.Web.Endpoints;

/// <summary>Holds what browsers and robots fetch without signing in, and how long they may keep it.</summary>
public sealed partial class PublicFilesTests(PublishedServer office) : IClassFixture<PublishedServer>
{
    [Theory]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/site.webmanifest", "application/manifest+json")]
    [InlineData("/img/icon-192.png", "image/png")]
    [InlineData("/img/icon-512.png", "image/png")]
    [InlineData("/img/icon-maskable-512.png", "image/png")]
    [InlineData("/css/print.css", "text/css")]
    [InlineData("/fonts/inter.woff2", "font/woff2")]
    public async Task A_public_file_is_there_without_signing_in(string path, string type)
    {
        using var client = new OfficeClient(office.Server.BaseUri);
        using var answer = await client.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Robots_are_asked_to_stay_away()
    {
        using var client = new OfficeClient(office.Server.BaseUri);
        using var answer = await client.GetAsync("/robots.txt");

        Assert.Equal("User-agent: *\nDisallow: /\n", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_manifest_names_icons_that_are_there_in_the_sizes_it_says()
    {
        using var client = new OfficeClient(office.Server.BaseUri);
        using var answer = await client.GetAsync("/site.webmanifest");
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var icons = manifest.RootElement.GetProperty("icons").EnumerateArray().ToList();

        Assert.Contains(icons, icon => icon.TryGetProperty("purpose", out var purpose) && purpose.GetString() == "maskable");
        foreach (var icon in icons.Where(icon => icon.GetProperty("type").GetString() == "image/png"))
        {
            using var picture = await client.GetAsync("/" + icon.GetProperty("src").GetString());
            var bytes = await picture.Content.ReadAsByteArrayAsync();
            var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
            Assert.Equal(icon.GetProperty("sizes").GetString(), FormattableString.Invariant($"{width}x{height}"));
        }
    }

    [Fact]
    public async Task Every_file_that_a_page_names_carries_its_fingerprint_and_may_be_kept_for_good()
    {
        using var client = new OfficeClient(office.Server.BaseUri);
        using var page = await client.GetAsync("/login");
        var files = Named().Matches(await page.Content.ReadAsStringAsync()).Select(match => match.Groups["file"].Value).ToList();

        Assert.True(files.Count > 8, string.Join('\n', files));
        foreach (var file in files)
        {
            using var answer = await client.GetAsync("/" + file);
            Assert.True(answer.IsSuccessStatusCode, file);
            Assert.True(answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal), $"{file}: {answer.Headers.CacheControl}");
        }
    }

    [GeneratedRegex("""(?:href|src)="(?<file>[^"#:]+\.(?:css|js|svg|webmanifest))["#]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
