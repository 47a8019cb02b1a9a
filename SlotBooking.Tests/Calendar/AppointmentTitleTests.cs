using SlotBooking.Core.Calendar;

namespace SlotBooking.Tests.Calendar;

public sealed class AppointmentTitleTests
{
    [Theory]
    [InlineData(null, "Muster, Max")]
    [InlineData("Muster, Max", "Muster, Max")]
    [InlineData("Muster, Max ( erschienen )", "Muster, Max ( erschienen )")]
    [InlineData("Muster, Max ruft an (Vorbehalt)", "Muster, Max ruft an (Vorbehalt)")]
    [InlineData("Mustr Max ( Ghost ) (Exit)", "Muster, Max ( Ghost ) (Exit)")]
    [InlineData("ganz anders", "Muster, Max")]
    public void The_name_is_ours_and_what_stands_behind_it_is_kept(string? current, string merged) =>
        Assert.Equal(merged, AppointmentTitle.Merge(current, "Muster, Max"));

    [Fact]
    public void Brackets_of_the_name_itself_are_no_markers() =>
        Assert.Equal("Muster, Max (jun.)", AppointmentTitle.Merge("Alt, Max (jun.)", "Muster, Max (jun.)"));
}
