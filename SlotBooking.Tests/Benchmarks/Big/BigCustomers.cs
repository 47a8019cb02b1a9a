using System.Globalization;
using SlotBooking.Core.Contacts;

namespace SlotBooking.Tests.Benchmarks.Big;

/// <summary>A customer of the big office.</summary>
internal readonly record struct BigCustomer(string LastName, string FirstName, string? Phone, string? PhoneKey, string NameKey);

/// <summary>As many invented customers as wanted, worked out from their number: nothing is kept in memory.</summary>
/// <remarks>A quarter has one of twenty common surnames, one in twenty has no number.</remarks>
internal static class BigCustomers
{
    private static readonly string[] Common =
    [
        "Muster", "Beispiel", "Mustermann", "Musterfrau", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner",
        "Becker", "Schulz", "Hoffmann", "Schäfer", "Koch", "Bauer", "Richter", "Klein", "Wolf", "Müller",
    ];

    private static readonly string[] Beginnings =
    [
        "Ber", "Kal", "Lin", "Stein", "Wald", "Hol", "Grün", "Sand", "Eich", "Fried", "Haus", "Kirch", "Loh", "Neu", "Ober", "Reich", "Tann", "Vog",
        "Win", "Zie", "Alt", "Brand", "Dorn", "Erl", "Fel", "Gar", "Hei", "Jan", "Krä", "Lang", "Mar", "Nie", "Osten", "Pet", "Quer", "Ros",
    ];

    private static readonly string[] Middles = ["", "en", "er", "ing", "el", "ber", "gen", "ler", "tes", "ra"];

    private static readonly string[] Ends =
    [
        "mann", "bach", "berg", "feld", "hofer", "meier", "stein", "thal", "brink", "kamp", "dorf", "hagen", "heim", "horst", "huber", "kötter",
        "land", "loh", "reuter", "rode", "see", "sen", "ski", "tner", "wald", "wig",
    ];

    private static readonly string[] FirstNames =
    [
        "Erika", "Max", "Otto", "Selin", "Piotr", "Karin", "Jürgen", "Aylin", "Stefan", "Monika", "Emre", "Sabine", "Giulia", "Uwe", "Katrin", "Thomas",
        "Fatma", "Dirk", "Petra", "Minh", "Heike", "Ralf", "Jana", "Murat", "Silke", "Bernd", "Renate", "Tobias", "Ute", "Zoë", "Anke", "Björn",
    ];

    /// <summary>The customer with this number; the same one every time.</summary>
    public static BigCustomer Of(int number)
    {
        var mixed = (uint)number * 2654435761u;
        var last = mixed % 4 == 0 ? Common[mixed / 4 % (uint)Common.Length] : Rare(mixed / 4);
        var first = FirstNames[mixed / 97 % (uint)FirstNames.Length];
        if (number % 20 == 0)
        {
            return new BigCustomer(last, first, null, null, CustomerName.Key(last, first));
        }

        // Odd and without a common divisor with the number of numbers: every customer gets another one.
        var digits = string.Create(CultureInfo.InvariantCulture, $"1{51 + (number % 20)}{1_000_000 + (number * 1_234_567L % 8_999_993):0000000}");
        return new BigCustomer(last, first, $"0{digits[..3]} {digits[3..]}", "+49" + digits, CustomerName.Key(last, first));
    }

    private static string Rare(uint mixed) => Beginnings[mixed % (uint)Beginnings.Length]
        + Middles[mixed / 36 % (uint)Middles.Length]
        + Ends[mixed / 360 % (uint)Ends.Length];
}
