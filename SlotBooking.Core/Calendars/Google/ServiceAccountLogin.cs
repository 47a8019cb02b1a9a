using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Requests;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>Fetches tokens for the service account at the address its key file names.</summary>
/// <remarks>
/// Google's class makes its assertion out to Google's own address whatever the key file says;
/// here the audience is the address that is asked, which for Google is the same.
/// </remarks>
internal sealed class ServiceAccountLogin(ServiceAccountCredential.Initializer initializer) : ServiceAccountCredential(initializer)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public override async Task<bool> RequestAccessTokenAsync(CancellationToken taskCancellationToken)
    {
        var request = new GoogleAssertionTokenRequest { Assertion = Assertion() };
        Token = await request.ExecuteAsync(HttpClient, TokenServerUrl, taskCancellationToken, Clock);
        return true;
    }

    private string Assertion()
    {
        var issued = new DateTimeOffset(Clock.UtcNow, TimeSpan.Zero);
        var header = Part(new { alg = "RS256", typ = "JWT", kid = KeyId });
        var claims = Part(new
        {
            iss = Id,
            scope = string.Join(' ', Scopes),
            aud = TokenServerUrl,
            iat = issued.ToUnixTimeSeconds(),
            exp = (issued + Life).ToUnixTimeSeconds(),
        });
        var signature = Convert.FromBase64String(CreateSignature(Encoding.ASCII.GetBytes($"{header}.{claims}")));
        return $"{header}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
