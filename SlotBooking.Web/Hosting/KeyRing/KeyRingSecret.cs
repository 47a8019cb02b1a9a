using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SlotBooking.Web.Hosting.KeyRing;

/// <summary>Encrypts keys at rest with <c>SECRET_KEY</c>: AES-256-GCM under a key derived by PBKDF2 with a salt per entry. Thread-safe.</summary>
/// <param name="secret">The setting's value; null or blank: nothing is encrypted.</param>
internal sealed class KeyRingSecret(string? secret)
{
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Rounds = 100_000;
    private readonly ConcurrentDictionary<string, byte[]> _derived = new(StringComparer.Ordinal);

    /// <summary>Whether a secret was given.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(secret);

    /// <summary>Salt, nonce, tag and cipher text, as Base64.</summary>
    public string Encrypt(string text)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var plain = Encoding.UTF8.GetBytes(text);
        var cipher = new byte[plain.Length];
        var tag = new byte[TagLength];
        using var aes = new AesGcm(KeyFor(salt), TagLength);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Convert.ToBase64String([.. salt, .. nonce, .. tag, .. cipher]);
    }

    /// <summary>The text again.</summary>
    /// <exception cref="CryptographicException">Another secret was used, or the entry is damaged.</exception>
    public string Decrypt(string encrypted)
    {
        var bytes = Convert.FromBase64String(encrypted).AsSpan();
        if (!IsSet || bytes.Length < SaltLength + NonceLength + TagLength)
        {
            throw new CryptographicException("The key ring cannot be read without its secret.");
        }

        var plain = new byte[bytes.Length - SaltLength - NonceLength - TagLength];
        using var aes = new AesGcm(KeyFor(bytes[..SaltLength].ToArray()), TagLength);
        aes.Decrypt(
            bytes.Slice(SaltLength, NonceLength), bytes[(SaltLength + NonceLength + TagLength)..], bytes.Slice(SaltLength + NonceLength, TagLength), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private byte[] KeyFor(byte[] salt) => _derived.GetOrAdd(
        Convert.ToHexString(salt), _ => Rfc2898DeriveBytes.Pbkdf2(secret!, salt, Rounds, HashAlgorithmName.SHA512, 32));
}
