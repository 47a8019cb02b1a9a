using System.Net;
using System.Text.RegularExpressions;

namespace SlotBooking.Tests.Web;

/// <summary>Speaks to a server as a plain HTTP client with a cookie jar, without following redirects.</summary>
internal sealed partial class OfficeClient : IDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _http;

    public OfficeClient(Uri baseUri)
    {
        _handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseCookies = true };
        _http = new HttpClient(_handler) { BaseAddress = baseUri };
    }

    public CookieContainer Cookies => _handler.CookieContainer;

    public string Origin => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Fetches the page, takes its token and sends the form.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await GetAsync(page);
        var token = Token().Match(await answer.Content.ReadAsStringAsync()).Groups["token"].Value;
        return await PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>Signs in and answers where the server leads.</summary>
    public async Task<string> SignInAsync(string userName, string password)
    {
        using var answer = await PostFormAsync("/login", "/login", ("username", userName), ("password", password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
