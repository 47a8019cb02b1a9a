using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>The secret part of a feed's address. Who has it may read; only its hash is kept.</summary>
/// <remarks>256 random bits: nobody guesses one, so the hash needs neither salt nor slowness.</remarks>
public static class FeedToken
{
    private const int Bytes = 32;
    private const int Letters = 43;

    /// <summary>A new one, in letters that an address carries.</summary>
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it; null for what cannot be one.</summary>
    public static string? Hash(string? token) => token is { Length: Letters } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
        : null;
}
