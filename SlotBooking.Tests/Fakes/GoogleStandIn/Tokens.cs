using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>Gives tokens for signed assertions, as strictly as Google, and knows which still hold.</summary>
internal sealed class Tokens(ServiceAccount account, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const string Scope = "https://www.googleapis.com/auth/calendar";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>How many were given.</summary>
    public int Given { get; private set; }

    /// <summary>When set, every request is refused with this error, as for a revoked key.</summary>
    public string? RefuseWith { get; set; }

    /// <summary>All tokens given so far stop to hold.</summary>
    public void Revoke() => _until.Clear();

    public bool Holds(string? authorization) =>
        authorization?.Split(' ') is ["Bearer", var token] && _until.TryGetValue(token, out var until) && until > time.GetUtcNow();

    /// <summary>A new token, or what is wrong with the assertion.</summary>
    public (string? Token, string? Error) Give(string? grantType, string? assertion)
    {
        if (RefuseWith is { } error)
        {
            return (null, error);
        }

        if (grantType != "urn:ietf:params:oauth:grant-type:jwt-bearer" || assertion?.Split('.') is not [var header, var claims, var signature])
        {
            return (null, "invalid_request");
        }

        if (!account.Signed(Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature)) || !IsRight(header, claims))
        {
            return (null, "invalid_grant");
        }

        var token = $"stand-in-{Guid.NewGuid():N}";
        _until[token] = time.GetUtcNow() + Life;
        Given++;
        return (token, null);
    }

    private bool IsRight(string header, string claims)
    {
        using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
        using var body = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        var root = body.RootElement;
        var (now, issued, expires) = (time.GetUtcNow(), Instant(root, "iat"), Instant(root, "exp"));
        return head.RootElement.GetProperty("alg").GetString() == "RS256" &&
            root.GetProperty("iss").GetString() == ServiceAccount.Email &&
            root.GetProperty("aud").GetString() == account.TokenUri.AbsoluteUri &&
            root.GetProperty("scope").GetString()!.Split(' ').Contains(Scope) &&
            issued <= now + Skew && expires > now && expires - issued <= Life;
    }

    private static DateTimeOffset Instant(JsonElement claims, string name) => DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty(name).GetInt64());
}
