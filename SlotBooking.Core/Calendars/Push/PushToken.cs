using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>The secret that shows that a push comes from where the channel was opened. Only its hash is kept.</summary>
internal static class PushToken
{
    private const int Bytes = 32;
    private const int Longest = 256;

    /// <summary>A new one, in letters that a header carries.</summary>
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it.</summary>
    public static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether it is the one that was kept; takes as long for a wrong one as for the right one.</summary>
    public static bool Fits(string? token, string hash) =>
        token is { Length: > 0 and <= Longest } &&
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(token)), Encoding.ASCII.GetBytes(hash));
}
