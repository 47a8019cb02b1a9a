using System.Globalization;
using SlotBooking.Web.Shared.Forms;

namespace SlotBooking.Tests.Web.Shared.Forms;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("9", "09:00")]
    [InlineData("18 Uhr", "18:00")]
    [InlineData("930", "09:30")]
    [InlineData("1430", "14:30")]
    [InlineData("9:30", "09:30")]
    [InlineData(" 14.05 ", "14:05")]
    [InlineData("00:00", "00:00")]
    public void What_people_type_is_a_time(string typed, string time) =>
        Assert.Equal(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), TimeText.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("9:60")]
    [InlineData("9:5")]
    [InlineData("abends")]
    [InlineData("12345")]
    [InlineData("-9")]
    public void Anything_else_is_none(string typed) => Assert.Null(TimeText.Read(typed));
}
