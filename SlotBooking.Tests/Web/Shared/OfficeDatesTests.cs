using System.Globalization;
using SlotBooking.Web.Shared;

namespace SlotBooking.Tests.Web.Shared;

public sealed class OfficeDatesTests
{
    private static readonly DateOnly Tuesday = new(2026, 6, 2);

    [Fact]
    public void Days_are_written_as_a_German_office_writes_them() => In("de-DE", () =>
    {
        Assert.Equal("Dienstag, 2. Juni", OfficeDates.Title(Tuesday));
        Assert.Equal("Di, 2. Juni", OfficeDates.ShortTitle(Tuesday));
        Assert.Equal("Di 2.", OfficeDates.InWeek(Tuesday));
        Assert.Equal("Di 2. Juni, 14:00", OfficeDates.InList(Tuesday, new(14, 0), Tuesday));
        Assert.Equal("Di 2.6., 09:00", OfficeDates.Narrow(Tuesday, new(9, 0)));
    });

    [Fact]
    public void The_year_is_written_only_when_it_is_another_one() => In("de-DE", () =>
    {
        Assert.Equal("Mo 4. Januar 2027, 11:00", OfficeDates.InList(new(2027, 1, 4), new(11, 0), new(2026, 12, 30)));
        Assert.Equal("Mo 4. Januar, 11:00", OfficeDates.InList(new(2027, 1, 4), new(11, 0), new(2027, 1, 2)));
    });

    [Fact]
    public void English_readers_get_their_words_and_the_same_24_hours() => In("en-GB", () =>
    {
        Assert.Equal("Tuesday, 2 June", OfficeDates.Title(Tuesday));
        Assert.Equal("Tue 2", OfficeDates.InWeek(Tuesday));
        Assert.Equal("Tue 2/6, 20:00", OfficeDates.Narrow(Tuesday, new(20, 0)));
    });

    [Fact]
    public void An_address_is_the_same_in_every_language() => In("ar-SA", () =>
    {
        Assert.Equal("2026-06-02", OfficeDates.Key(Tuesday));
        Assert.Equal("08:05", OfficeDates.Clock(new(8, 5)));
    });

    private static void In(string culture, Action check)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            check();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
