using SlotBooking.Core.Accounts;

namespace SlotBooking.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("kurz-und-4")]
    [InlineData("kranich-47-moos-segel-linde")]
    [InlineData("nur kleine buchstaben und leerzeichen")]
    [InlineData("Telefonist am Dienstag im Regen")]
    public void A_long_password_is_taken_whatever_its_characters(string password) => Assert.Null(PasswordRules.Check(password, "anna"));

    [Theory]
    [InlineData("123456789")]
    [InlineData("neunzeich")]
    [InlineData("")]
    public void Nine_characters_are_too_short(string password) => Assert.Equal(PasswordFault.TooShort, PasswordRules.Check(password, "anna"));

    [Fact]
    public void More_than_two_hundred_characters_are_too_long() =>
        Assert.Equal(PasswordFault.TooLong, PasswordRules.Check(string.Concat(Enumerable.Range(0, 50).Select(i => $"{i:00000}")), "anna"));

    [Theory]
    [InlineData("passwort123")]
    [InlineData("Passwort1234")]
    [InlineData("PASSWORTPASSWORT")]
    [InlineData("Sommer2026!")]
    [InlineData("sonnenschein")]
    [InlineData("1234567890")]
    [InlineData("09876543210")]
    [InlineData("qwertzuiopü")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("schalke04schalke04")]
    [InlineData("Willkommen1!")]
    [InlineData("SlotBooking2026")]
    [InlineData("4711081512345")]
    public void What_everybody_tries_first_is_refused(string password) => Assert.Equal(PasswordFault.Common, PasswordRules.Check(password, "anna"));

    [Theory]
    [InlineData("anna.richter", "Anna.Richter")]
    [InlineData("ANNA.RICHTER99", "anna.richter")]
    [InlineData("anna1234567", "Anna ")]
    public void The_user_name_is_no_password(string password, string userName) =>
        Assert.Equal(PasswordFault.LikeName, PasswordRules.Check(password, userName));
}
