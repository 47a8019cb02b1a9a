using System.Security.Cryptography;

namespace SlotBooking.Web.Hosting;

/// <summary>Makes the short ids that stand in an apology and in the log, so that the one leads to the other.</summary>
public static class ErrorIds
{
    // No vowels that make words, nothing that is misheard on the phone as something else.
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

    /// <summary>A new id such as 7F3K-20.</summary>
    public static string Next() => $"{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 2)}";
}
