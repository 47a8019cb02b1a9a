using SlotBooking.Core.Markers;

namespace SlotBooking.Tests.Markers;

public sealed class AppointmentTitleTests
{
    [Theory]
    [InlineData(null, "Muster, Max")]
    [InlineData("Muster, Max", "Muster, Max")]
    [InlineData("Muster, Max ( erschienen )", "Muster, Max ( erschienen )")]
    [InlineData("Muster, Max ruft an (Vorbehalt)", "Muster, Max ruft an (Vorbehalt)")]
    [InlineData("Mustr Max ( Ghost ) (Exit)", "Muster, Max ( Ghost ) (Exit)")]
    [InlineData("", "Muster, Max")]
    [InlineData(" ", "Muster, Max")]
    [InlineData("( Ghost )", "Muster, Max ( Ghost )")]
    [InlineData("VIP Muster, Max (Exit)", "VIP Muster, Max (Exit)")]
    [InlineData("Muster, Max ( erschienen ) bringt Unterlagen", "Muster, Max ( erschienen ) bringt Unterlagen")]
    [InlineData("Muster, Maximilian", "Muster, Max")]
    [InlineData("muster, max", "Muster, Max")]
    [InlineData("Max Muster", "Muster, Max")]
    [InlineData("ganz anders", "Muster, Max – ganz anders")]
    [InlineData("Beispiel, Erika ( Ghost )", "Muster, Max – Beispiel, Erika ( Ghost )")]
    public void The_name_is_ours_and_what_stands_behind_it_is_kept(string? current, string merged) =>
        Assert.Equal(merged, AppointmentTitle.Merge(current, "Muster, Max"));

    [Theory]
    [InlineData("ganz anders")]
    [InlineData("Beispiel, Erika ( Ghost )")]
    [InlineData("( a ) ( b )")]
    public void What_was_merged_once_stays(string current)
    {
        var once = AppointmentTitle.Merge(current, "Muster, Max");
        Assert.Equal(once, AppointmentTitle.Merge(once, "Muster, Max"));
    }

    [Fact]
    public void Brackets_of_the_name_itself_are_no_markers() =>
        Assert.Equal("Muster, Max (jun.)", AppointmentTitle.Merge("Alt, Max (jun.)", "Muster, Max (jun.)"));

    [Theory]
    [InlineData(" ")]
    [InlineData("(")]
    [InlineData("( ")]
    [InlineData(" (x) y")]
    public void A_title_without_end_is_merged_like_any_other(string piece)
    {
        var title = string.Concat(Enumerable.Repeat(piece, 100_000));

        Assert.StartsWith("Muster, Max", AppointmentTitle.Merge($"Anders{title}", "Muster, Max"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Muster, Max", "Gelöscht, Kunde")]
    [InlineData("Muster, Max ( erschienen )", "Gelöscht, Kunde ( erschienen )")]
    [InlineData("Muster, Max (Bruder von Jan) 0171 3920041 ( Ghost )", "Gelöscht, Kunde ( Ghost )")]
    [InlineData("Muster, Max ( verschoben ) ( nicht  erschienen ) ", "Gelöscht, Kunde ( verschoben ) ( nicht  erschienen )")]
    [InlineData("", "Gelöscht, Kunde")]
    public void Of_an_erased_title_only_the_markers_that_mean_something_stay(string title, string left) =>
        Assert.Equal(left, AppointmentTitle.Erase(title, "Gelöscht, Kunde", MarkerWords.Default));
}
