using SlotBooking.Core.Contacts;

namespace SlotBooking.Tests.Contacts;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0171 3920041", "+491713920041")]
    [InlineData("0171/39 200-41", "+491713920041")]
    [InlineData("+49 171 3920041", "+491713920041")]
    [InlineData("+49 (0) 171 3920041", "+491713920041")]
    [InlineData("0049 171 3920041", "+491713920041")]
    [InlineData("  0171.3920041 ", "+491713920041")]
    [InlineData("0221 123456", "+49221123456")]
    [InlineData("+43 1 5321234", "+4315321234")]
    [InlineData("+41 44 668 18 00", "+41446681800")]
    public void A_number_has_one_form_however_it_is_typed(string text, string e164)
    {
        Assert.True(PhoneNumber.TryNormalize(text, out var found));
        Assert.Equal(e164, found);
    }

    [Fact]
    public void A_range_that_our_plans_do_not_know_turns_nobody_away()
    {
        Assert.True(PhoneNumber.TryNormalize("0199 1234567", out var found));
        Assert.Equal("+491991234567", found);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("keine")]
    [InlineData("12")]
    [InlineData("110")]
    [InlineData("0171")]
    [InlineData("+49")]
    [InlineData("+999 171 3920041")]
    [InlineData("0171 3920041 3920041 3920041")]
    public void What_cannot_be_called_is_no_number(string? text)
    {
        Assert.False(PhoneNumber.TryNormalize(text, out var found));
        Assert.Null(found);
    }
}
