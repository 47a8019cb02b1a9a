using FsCheck.Fluent;
using SlotBooking.Core.Contacts;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Contacts;

public sealed class CustomerNameTests
{
    [Theory]
    [InlineData("Muster", "Max", "muster, max")]
    [InlineData("  MUSTER ", "\tmax", "muster, max")]
    [InlineData("von der  Beispiel", "Zoë\u00A0 Ann", "von der beispiel, zoe ann")]
    [InlineData("Müßig", "Jörg", "muessig, joerg")]
    [InlineData("MÜẞIG", "JÖRG", "muessig, joerg")]
    [InlineData("Mu\u0308ßig", "Jo\u0308rg", "muessig, joerg")]
    [InlineData("Muessig", "Joerg", "muessig, joerg")]
    [InlineData("Beispiel ( Ghost )", "Ärna ( verschoben ) ( Exit )", "beispiel, aerna")]
    [InlineData("Ghost", "Erika", "ghost, erika")]
    [InlineData("Łukasz-Çelik", "Åse", "lukasz-celik, ase")]
    [InlineData("O\u2019Muster", "Max", "o'muster, max")]
    [InlineData("Muster", null, "muster")]
    [InlineData(null, "", "")]
    public void All_ways_to_type_a_name_have_one_key(string? lastName, string? firstName, string key)
    {
        Assert.Equal(key, CustomerName.Key(lastName, firstName));
    }

    [Fact]
    public void Different_people_have_different_keys()
    {
        Assert.NotEqual(CustomerName.Key("Muster", "Max"), CustomerName.Key("Max", "Muster"));
        Assert.NotEqual(CustomerName.Key("Muller", "Max"), CustomerName.Key("Müller", "Max"));
    }

    [Fact]
    public void A_key_fits_its_column_and_no_text_breaks_it() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (lastName, firstName) =>
            CustomerName.Key(lastName, firstName).Length <= CustomerName.KeyLimit).CheckSeeded();

    [Fact]
    public void A_long_key_is_cut_between_two_characters()
    {
        var key = CustomerName.Key("x" + new string('ß', 100), string.Concat(Enumerable.Repeat("\U0001F600", 50)));

        Assert.InRange(key.Length, CustomerName.KeyLimit - 1, CustomerName.KeyLimit);
        Assert.False(char.IsHighSurrogate(key[^1]));
    }

    [Fact]
    public void A_key_is_its_own_key() =>
        Assert.Equal("muessig, joerg", CustomerName.Key("muessig", "joerg"));
}
