using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Web.Shared;

namespace SlotBooking.Tests.Web.Shared;

public sealed class StandWordsTests
{
    [Fact]
    public void Every_stand_has_an_icon_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<Stand>().Select(stand => stand.Icon()));
    }

    [Fact]
    public void Every_status_stands_for_itself()
    {
        Assert.All(Enum.GetValues<BookingStatus>(), status => Assert.Equal(status, Stands.Of(status).Status()));
    }
}
