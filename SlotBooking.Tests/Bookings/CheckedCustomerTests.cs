using SlotBooking.Core.Bookings;

namespace SlotBooking.Tests.Bookings;

public sealed class CheckedCustomerTests
{
    private static readonly CustomerEntry Good = new() { LastName = "Muster", FirstName = "Zoë 🌷" };

    [Fact]
    public void Names_and_notes_hold_whatever_people_can_read()
    {
        var (customer, errors) = CheckedCustomer.From(Good with { Note = "erste Zeile\r\nzweite\tZeile 🌷" });

        Assert.Empty(errors);
        Assert.Equal("erste Zeile\nzweite\tZeile 🌷", customer!.Note);
    }

    [Theory]
    [InlineData("Mus\0ter")]
    [InlineData("Mus\nter")]
    [InlineData("Mus\u2028ter")]
    [InlineData("Muster\uD83D")]
    [InlineData("\uDE00Muster")]
    [InlineData("Mus\uFFFDter")]
    [InlineData("Mus\u202Eter")]
    [InlineData("Mus\u2066ter")]
    public void What_nobody_can_read_is_refused_at_its_field(string name)
    {
        Assert.Equal(new FieldError("lastName", FieldProblem.Unreadable), Assert.Single(CheckedCustomer.From(Good with { LastName = name }).Errors));
        Assert.Equal(new FieldError("campaign", FieldProblem.Unreadable), Assert.Single(CheckedCustomer.From(Good with { Campaign = name }).Errors));
    }

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u00A0\u200B\u2003")]
    [InlineData("\u2060\uFEFF")]
    [InlineData("( Ghost )")]
    [InlineData("(Exit) ( nicht erschienen )")]
    [InlineData("\u0308")]
    public void A_name_of_which_nothing_can_be_seen_or_remains_is_missing(string name) =>
        Assert.Equal(new FieldError("firstName", FieldProblem.Missing), Assert.Single(CheckedCustomer.From(Good with { FirstName = name }).Errors));

    [Fact]
    public void Half_a_character_in_a_note_is_refused()
    {
        var (customer, errors) = CheckedCustomer.From(Good with { Note = "Ruft zurück \uD83D." });

        Assert.Null(customer);
        Assert.Equal(new FieldError("note", FieldProblem.Unreadable), Assert.Single(errors));
    }
}
