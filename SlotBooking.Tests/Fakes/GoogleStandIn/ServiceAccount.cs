using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>Holds a service account's key, and the file that a customer would download for it.</summary>
/// <param name="tokenUri">The address that gives tokens.</param>
/// <param name="parameters">A key of its own; else the one of this run, for to make a key takes longer than most tests.</param>
internal sealed class ServiceAccount(Uri tokenUri, RSAParameters? parameters = null) : IDisposable
{
    public const string Email = "slotbooking@stand-in.iam.gserviceaccount.com";

    private static readonly Lazy<RSAParameters> OfThisRun = new(NewKey);

    private readonly RSA _key = RSA.Create(parameters ?? OfThisRun.Value);

    public Uri TokenUri { get; } = tokenUri;

    /// <summary>The key file as the product's setting takes it.</summary>
    public string CredentialsBase64 => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["type"] = "service_account",
        ["project_id"] = "stand-in",
        ["private_key_id"] = "stand-in-1",
        ["private_key"] = _key.ExportPkcs8PrivateKeyPem(),
        ["client_email"] = Email,
        ["token_uri"] = TokenUri.AbsoluteUri,
    })));

    /// <summary>Makes a key that no other account has.</summary>
    public static RSAParameters NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }

    /// <summary>Whether the account's key signed this.</summary>
    public bool Signed(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        _key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose() => _key.Dispose();
}
