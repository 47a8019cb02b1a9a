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
        "Albrecht", "Baumann", "Conrad", "Dogan", "Ebert", "Franke", "Gärtner", "Horn", "Ilic", "Jäger", "Kramer", "Lorenz", "Moser", "Noack",
        "Otto", "Pieper", "Quast", "Rinke", "Sauer", "Thoma", "Ullrich", "Voss", "Wirth", "Yildiz", "Zander", "Brandt", "Celik", "Dressler",
    ];

    private static readonly string[] FirstNames =
    [
        "Erika", "Max", "Otto", "Selin", "Piotr", "Karin", "Jürgen", "Aylin", "Stefan", "Monika", "Emre", "Sabine", "Giulia", "Uwe", "Katrin",
        "Thomas", "Fatma", "Dirk", "Petra", "Minh", "Heike", "Ralf", "Jana", "Murat", "Silke", "Bernd", "Renate", "Tobias", "Ute", "Zoë",
        "Andreas", "Birgit", "Carsten", "Derya", "Elke", "Frank", "Gudrun", "Holger", "Ines", "Jörg", "Klaus", "Lena", "Marek", "Nadine",
        "Olaf", "Pia", "Rainer", "Sonja", "Timo", "Ulla", "Volker", "Wiebke", "Yasin", "Anja", "Bodo", "Carla", "Dominik", "Eva", "Florian",
    ];

    private static readonly string[] Areas = ["030 23125", "040 66969", "0221 4710", "069 90009", "089 99998"];
    private static readonly string[] Campaigns = ["Herbstaktion", "Webinar", "Empfehlung", "Messe"];
    private static readonly string[] Notes =
        ["Ruft lieber abends zurück.", "Möchte vorher Unterlagen per Mail.", "Partnerin nimmt teil.", "Hat schon ein Angebot vorliegen.", "Technik vorher testen."];

    private const int PauseDays = 10;
    private const int Recent = 1500;
    private readonly HashSet<int> _numbers = [];
    private readonly List<(DemoCustomer Customer, DateOnly LastDay)> _known = [];

    /// <summary>Who is booked for this day: one in five was here before, at least ten days earlier. Days are asked for in their order.</summary>
    public DemoCustomer For(DateOnly day)
    {
        var before = _known.Count;
        while (before > 0 && _known[before - 1].LastDay > day.AddDays(-PauseDays))
        {
            before--;
        }

        if (before == 0 || random.Next(5) > 0)
        {
            var stranger = Next();
            _known.Add((stranger, day));
            return stranger;
        }

        var index = random.Next(Math.Max(0, before - Recent), before);
        var known = _known[index].Customer;
        _known.RemoveAt(index);
        _known.Add((known, day));
        return known;
    }

    /// <summary>Another customer. One in forty has no number.</summary>
    private DemoCustomer Next()
    {
        var (last, first) = (One(LastNames), One(FirstNames));
        if (random.Next(40) == 0)
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
