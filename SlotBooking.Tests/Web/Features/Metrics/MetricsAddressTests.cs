using System.Globalization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;
using SlotBooking.Web.Features.Metrics;

namespace SlotBooking.Tests.Web.Features.Metrics;

public sealed class MetricsAddressTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Without_anything_it_is_the_last_four_weeks_against_the_four_before()
    {
        var address = Read("");

        Assert.Equal((new DateOnly(2026, 10, 28), Today), (address.Filter.First, address.Filter.Last));
        Assert.Equal((new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 27)), (address.Compared!.First, address.Compared.Last));
        Assert.True(address.Filter.IsWhole);
    }

    [Theory]
    [InlineData("?period=week&to=2027-01-03", "2026-12-28", "2027-01-03")]
    [InlineData("?period=week&to=2026-11-24", "2026-11-23", "2026-11-29")]
    [InlineData("?period=quarter", "2026-08-26", "2026-11-24")]
    [InlineData("?period=own&from=2026-01-01&to=2026-01-31", "2026-01-01", "2026-01-31")]
    [InlineData("?period=own&from=1999-01-01&to=2026-01-31", "2026-01-04", "2026-01-31")]
    [InlineData("?period=nonsense&to=31.12.2026&from=x", "2026-10-28", "2026-11-24")]
    public void A_period_has_its_days_and_what_cannot_be_read_its_default(string query, string first, string last)
    {
        var filter = Read(query).Filter;

        Assert.Equal((first, last), (filter.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), filter.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void At_new_year_the_week_has_the_year_of_its_Thursday() => Assert.Equal(new IsoWeek(2026, 53), Read("?period=week&to=2027-01-02").Week);

    [Fact]
    public void What_was_written_is_read_again()
    {
        var query = "?period=own&from=2026-02-01&to=2026-02-28&compare=year&agent=0199a5a4-0000-7000-8000-000000000001"
            + "&consultant=0199a5a4-0000-7000-8000-000000000002&hour=18&weekday=5&potential=top&campaign=Stra%C3%9Fe%20%26%20Feld";
        var address = Read(query);

        Assert.Equal((18, DayOfWeek.Friday, Potential.Top, "Straße & Feld"), (address.Filter.Hour, address.Filter.Weekday, address.Filter.Potential, address.Filter.Campaign));
        Assert.Equal(address, MetricsAddress.Read("https://office.example/" + address.Write(), Today));
    }

    [Fact]
    public void A_step_goes_by_the_periods_own_length_and_back()
    {
        var address = Read("?period=week");

        Assert.Equal(new IsoWeek(2026, 47), address.Step(-1).Week);
        Assert.Equal(address, address.Step(-1).Step(1));
    }

    [Fact]
    public void Last_years_weeks_have_the_same_weekdays() =>
        Assert.Equal(Today.AddDays(-364), Read("?compare=year").Compared!.Last);

    private static MetricsAddress Read(string query) => MetricsAddress.Read("https://office.example/admin/metrics" + query, Today);
}
