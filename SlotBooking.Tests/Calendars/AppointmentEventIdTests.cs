using SlotBooking.Core.Calendars;

namespace SlotBooking.Tests.Calendars;

public sealed class AppointmentEventIdTests
{
    [Fact]
    public void It_is_made_of_what_Google_allows()
    {
        var id = AppointmentEventId.Of(Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"), 65535);

        Assert.Equal(29, id.Length);
        Assert.All(id, c => Assert.True(c is (>= '0' and <= '9') or (>= 'a' and <= 'v')));
    }

    [Fact]
    public void It_is_the_same_for_the_same_booking_and_another_for_the_next_generation()
    {
        var booking = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

        Assert.Equal("04hkaps9lf6uu0938ljojaudts000", AppointmentEventId.Of(booking, 0));
        Assert.NotEqual(AppointmentEventId.Of(booking, 0), AppointmentEventId.Of(booking, 1));
    }
}
