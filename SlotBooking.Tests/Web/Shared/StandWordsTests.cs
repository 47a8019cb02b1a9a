using System.Text.RegularExpressions;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Web.Shared;

namespace SlotBooking.Tests.Web.Shared;

public sealed partial class StandWordsTests
{
    [Fact]
    public void The_day_page_draws_the_icons_of_all_other_pages()
    {
        var sheet = string.Join('\n', SourceTree.Lines("SlotBooking.Web/wwwroot/css/day.css"));
        var drawn = Mark().Matches(sheet).ToDictionary(match => match.Groups["code"].Value, match => match.Groups["icon"].Value);

        drawn.Remove("deleted"); // called off by the calendar: said on the day page only
        Assert.Equal(Enum.GetValues<Stand>().Select(stand => (stand.Code(), stand.Icon())).Order(), drawn.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public void Every_status_stands_for_itself()
    {
        Assert.All(Enum.GetValues<BookingStatus>(), status => Assert.Equal(status, Stands.Of(status).Status()));
    }

    [GeneratedRegex("""\[data-mark="(?<code>[a-z]+)"\] \{ --icon: "(?<icon>[a-z_]+)";""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
