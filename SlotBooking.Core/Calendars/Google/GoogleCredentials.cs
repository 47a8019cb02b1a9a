using System.Security.Cryptography;
using System.Text.Json;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>A service account as its key file names it. Never printed: its key opens the calendars.</summary>
public sealed class GoogleCredentials
{
    private const string DefaultTokenUri = "https://oauth2.googleapis.com/token";

    private GoogleCredentials(string clientEmail, string privateKey, string? keyId, Uri tokenUri)
    {
        ClientEmail = clientEmail;
        PrivateKey = privateKey;
        KeyId = keyId;
        TokenUri = tokenUri;
    }

    /// <summary>The account's address, with which calendars are shared.</summary>
    public string ClientEmail { get; }

    /// <summary>Where tokens are fetched.</summary>
    public Uri TokenUri { get; }

    internal string PrivateKey { get; }

    internal string? KeyId { get; }

    /// <summary>Reads a key file that was put into a setting as base64.</summary>
    /// <exception cref="ConfigurationException">It is not one; the sentence names the setting and repeats nothing of it.</exception>
    public static GoogleCredentials FromBase64(string setting, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(text.Trim()));
            var root = json.RootElement;
            var email = Field(root, "client_email") ?? throw Wrong(setting, "Darin fehlt client_email");
            var key = Field(root, "private_key") ?? throw Wrong(setting, "Darin fehlt private_key");
            using var rsa = RSA.Create();
            rsa.ImportFromPem(key);
            return Uri.TryCreate(Field(root, "token_uri") ?? DefaultTokenUri, UriKind.Absolute, out var tokenUri) && tokenUri.Scheme is "http" or "https"
                ? new GoogleCredentials(email, key, Field(root, "private_key_id"), tokenUri)
                : throw Wrong(setting, "Darin ist token_uri keine Adresse");
        }
        catch (FormatException)
        {
            throw Wrong(setting, "Der Wert ist kein Base64");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Wrong(setting, "Hinter dem Base64 steht keine JSON-Datei");
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw Wrong(setting, "Darin ist private_key kein lesbarer Schlüssel");
        }
    }

    private static string? Field(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    private static ConfigurationException Wrong(string setting, string what) => new(
        $"{setting}: {what}. Erwartet wird die Schlüsseldatei eines Dienstkontos (JSON), als Base64 in einer Zeile.");
}
