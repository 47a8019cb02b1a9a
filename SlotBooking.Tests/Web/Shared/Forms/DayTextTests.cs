using System.Globalization;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Shared.Forms;

namespace SlotBooking.Tests.Web.Shared.Forms;

public sealed class DayTextTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Today = new(2026, 12, 2);

    [Theory]
    [InlineData("heute", "2026-12-02")]
    [InlineData(" Morgen ", "2026-12-03")]
    [InlineData("übermorgen", "2026-12-04")]
    [InlineData("gestern", "2026-12-01")]
    [InlineData("tomorrow", "2026-12-03")]
    [InlineData("3.12.", "2026-12-03")]
    [InlineData("3.12", "2026-12-03")]
    [InlineData("3/12", "2026-12-03")]
    [InlineData("3.1.", "2027-01-03")]
    [InlineData("3.1.26", "2026-01-03")]
    [InlineData("03.12.2026", "2026-12-03")]
    [InlineData("2026-12-03", "2026-12-03")]
    [InlineData("Do 03.12.2026", "2026-12-03")]
    [InlineData("Do., 3.12.", "2026-12-03")]
    [InlineData("Thu 2026-12-03", "2026-12-03")]
    [InlineData("29.2.2028", "2028-02-29")]
    [InlineData("3", "2026-12-03")]
    [InlineData("31.", "2026-12-31")]
    [InlineData("20.", "2026-11-20")]
    [InlineData("Freitag", "2026-12-04")]
    [InlineData("mi", "2026-12-09")]
    [InlineData("Di", "2026-12-08")]
    public void What_people_type_is_a_day(string typed, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DayText.Read(typed, Today));

    [Theory]
    [InlineData("")]
    [InlineData("quatsch")]
    [InlineData("m")]
    [InlineData("31.2.")]
    [InlineData("29.2.2027")]
    [InlineData("0.1.")]
    [InlineData("3.13.")]
    [InlineData("1.2.3.4")]
    [InlineData("3.12.20266")]
    [InlineData("-3.12.")]
    [InlineData("99999999999")]
    public void Anything_else_is_none(string typed) => Assert.Null(DayText.Read(typed, Today));

    [Theory]
    [InlineData("de-DE", "Do 03.12.2026")]
    [InlineData("en-GB", "Thu 2026-12-03")]
    public void What_is_shown_can_be_read_again(string culture, string shown)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(shown, DayText.Write(Today.AddDays(1)));
            Assert.Equal(Today.AddDays(1), DayText.Read(shown, Today));
        }
        finally
        {
            CultureInfo.CurrentUICulture = Languages.German;
        }
    }
}
