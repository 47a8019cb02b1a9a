using SlotBooking.Core;
using SlotBooking.Core.Accounts;

namespace SlotBooking.Tests.Accounts;

public sealed class UserListTests
{
    [Fact]
    public void Names_passwords_and_admins_are_read()
    {
        var entries = UserList.Read("anna:erstes-kennwort, Chef Eins : zwei:tes-kennwort ", "CHEF EINS ,niemand");

        Assert.Equal(
            [new UserList.Entry("anna", "erstes-kennwort", IsAdmin: false), new UserList.Entry("Chef Eins", "zwei:tes-kennwort", IsAdmin: true)],
            entries);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_the_setting_there_is_nobody(string? list) => Assert.Empty(UserList.Read(list, "anna"));

    [Theory]
    [InlineData("anna:geheim-eins,ben-geheim-zwei", "Eintrag 2 hat keinen Doppelpunkt")]
    [InlineData("anna:geheim-eins,:geheim-zwei", "Eintrag 2 hat keinen Namen")]
    [InlineData("anna:,ben:geheim-zwei", "Eintrag 1 hat kein Passwort")]
    [InlineData("anna:geheim-eins,", "Eintrag 2 ist leer")]
    [InlineData("anna:geheim-eins,,ben:geheim-zwei", "Eintrag 2 ist leer")]
    [InlineData("anna:geheim-eins,ben:geheim-zwei,ANNA:geheim-drei", "Eintrag 3 hat denselben Namen wie Eintrag 1")]
    [InlineData("an\tna:geheim-eins", "Eintrag 1 hat einen Namen")]
    public void A_malformed_entry_is_named_by_its_position_and_nothing_of_it_is_repeated(string list, string sentence)
    {
        var error = Assert.Throws<ConfigurationException>(() => UserList.Read(list, null));

        Assert.StartsWith("USERLIST: " + sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error.Message, StringComparison.Ordinal);
    }
}
