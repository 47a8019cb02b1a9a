using System.Globalization;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Demo;

/// <summary>An invented customer.</summary>
/// <param name="LastName">From a list of common names.</param>
/// <param name="FirstName">From a list of common names.</param>
/// <param name="Phone">As an agent would type it; from the ranges that are kept free for films and books. Null for a few.</param>
/// <param name="PhoneKey">The same in E.164.</param>
internal sealed record DemoCustomer(string LastName, string FirstName, string? Phone, string? PhoneKey);

/// <summary>Invents customers; the same ones for the same random numbers.</summary>
internal sealed class DemoCustomers(Random random)
{
    private static readonly string[] LastNames =
    [
        "Muster", "Beispiel", "Musterfrau", "Mustermann", "Bergmann", "Kowalczyk", "Özdemir", "Schreiber", "Vogt", "Lehmann", "Yilmaz", "Brückner", "Sommer",
        "Nowak", "Ackermann", "Petersen", "Rossi", "Weiß", "Krüger", "Demir", "Hansen", "Jansen", "Böhm", "Schütte", "Fuchs", "Marković", "Engel",
        "Haas", "Nguyen", "Kaiser", "Busch", "Dietrich", "Lang-Hofer", "Ziegler", "Kuhn", "Pohl", "Arnold", "Simon", "Seifert", "Reuter",
    ];

    private static readonly string[] FirstNames =
    [
        "Erika", "Max", "Otto", "Selin", "Piotr", "Karin", "Jürgen", "Aylin", "Stefan", "Monika", "Emre", "Sabine", "Giulia", "Uwe", "Katrin",
        "Thomas", "Fatma", "Dirk", "Petra", "Minh", "Heike", "Ralf", "Jana", "Murat", "Silke", "Bernd", "Renate", "Tobias", "Ute", "Zoë",
    ];

    private static readonly string[] Areas = ["030 23125", "040 66969", "0221 4710", "069 90009", "089 99998"];
    private static readonly string[] Campaigns = ["Herbstaktion", "Webinar", "Empfehlung", "Messe"];
    private static readonly string[] Notes =
        ["Ruft lieber abends zurück.", "Möchte vorher Unterlagen per Mail.", "Partnerin nimmt teil.", "Hat schon ein Angebot vorliegen.", "Technik vorher testen."];

    private readonly HashSet<int> _numbers = [];

    /// <summary>Another customer. One in twenty has no number.</summary>
    public DemoCustomer Next()
    {
        var (last, first) = (One(LastNames), One(FirstNames));
        if (random.Next(20) == 0)
        {
            return new DemoCustomer(last, first, null, null);
        }

        int number;
        do
        {
            number = random.Next(Areas.Length * 1000);
        }
        while (_numbers.Count < Areas.Length * 900 && !_numbers.Add(number));

        var phone = string.Create(CultureInfo.InvariantCulture, $"{Areas[number / 1000]}{number % 1000:000}");
        return new DemoCustomer(last, first, phone, "+49" + phone.Replace(" ", "", StringComparison.Ordinal)[1..]);
    }

    /// <summary>Mostly normal.</summary>
    public Potential Potential() => random.Next(100) switch
    {
        < 70 => Bookings.Potential.Normal,
        < 85 => Bookings.Potential.Top,
        < 94 => Bookings.Potential.Closer,
        _ => Bookings.Potential.WinBack,
    };

    /// <summary>A campaign for two of five.</summary>
    public string? Campaign() => random.Next(5) < 2 ? One(Campaigns) : null;

    /// <summary>A note for one of six.</summary>
    public string? Note() => random.Next(6) == 0 ? One(Notes) : null;

    private string One(string[] list) => list[random.Next(list.Length)];
}
