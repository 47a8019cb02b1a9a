using System.Security.Cryptography;

namespace SlotBooking.Core.Accounts;

/// <summary>Makes up passwords that can be read out on the phone, such as „kranich-47-moos-segel-linde“.</summary>
public static class SpokenPassword
{
    private static readonly string[] Words =
    [
        "ahorn", "birke", "distel", "efeu", "falter", "fichte", "fjord", "garten", "hafer", "hafen", "igel", "insel", "kiesel", "kompass", "kranich", "laterne",
        "leiter", "linde", "lupine", "mosaik", "moos", "muschel", "nebel", "olive", "orgel", "pappel", "quelle", "reiher", "safran", "segel", "tulpe", "wolke",
    ];

    /// <summary>Four of 32 words and two digits: 26 bits, enough for the first sign-in behind a lock after five failures.</summary>
    public static string Make()
    {
        var words = RandomNumberGenerator.GetItems<string>(Words, 4);
        return $"{words[0]}-{RandomNumberGenerator.GetInt32(10, 100)}-{words[1]}-{words[2]}-{words[3]}";
    }
}
