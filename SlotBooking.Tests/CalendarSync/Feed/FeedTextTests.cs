using System.Text;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Markers;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.CalendarSync.Feed;

public sealed class FeedTextTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 9, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Muster; Söhne, \"Groß\\Klein\"")]
    [InlineData("Zeile eins\r\nZeile zwei\nZeile drei")]
    [InlineData("BEGIN:VEVENT\r\nUID:x")]
    [InlineData("Ein sehr langer Name mit Umlauten ÄÖÜäöüß, der über viele Zeilen geht und öfter als einmal gefaltet werden muss, ohne dass ein ü zerschnitten wird")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    [InlineData("Mu\u0308ller")]
    public void Any_name_comes_out_as_it_went_in(string name)
    {
        var file = Read(AnItem() with { Name = name });

        Assert.Equal(name.ReplaceLineEndings("\n"), file.Events[0]["SUMMARY"]);
    }

    [Fact]
    public void Characters_that_no_file_may_hold_are_left_out_or_replaced()
    {
        var file = Read(AnItem() with { Name = "Mu\0st\u0007er \uD83D, Max" });

        Assert.Equal("Muster \uFFFD, Max", file.Events[0]["SUMMARY"]);
    }

    [Fact]
    public void Lines_of_every_length_fold_at_seventy_five_octets()
    {
        for (var length = 1; length <= 160; length++)
        {
            foreach (var letter in (string[])["a", "ü", "€", "🎯"])
            {
                var name = string.Concat(Enumerable.Repeat(letter, length));
                Assert.Equal(name, Read(AnItem() with { Name = name }).Events[0]["SUMMARY"]);
            }
        }
    }

    [Fact]
    public void An_appointment_in_the_night_in_which_clocks_change_is_at_its_instant_and_as_long_as_it_is()
    {
        var (back, forth) = (Berlin.At(new DateOnly(2026, 10, 25), 1), Berlin.At(new DateOnly(2027, 3, 28), 1));

        var file = Read(
            AnItem() with { StartsAt = back, EndsAt = Berlin.At(new DateOnly(2026, 10, 25), 3) },
            AnItem() with { StartsAt = forth, EndsAt = Berlin.At(new DateOnly(2027, 3, 28), 3) });

        Assert.Equal(("20261024T230000Z", "20261025T020000Z"), (file.Events[0]["DTSTART"], file.Events[0]["DTEND"]));
        Assert.Equal(("20270328T000000Z", "20270328T010000Z"), (file.Events[1]["DTSTART"], file.Events[1]["DTEND"]));
    }

    [Theory]
    [InlineData(BookingStatus.Open, false, "TENTATIVE", "Muster, Max")]
    [InlineData(BookingStatus.Open, true, "CONFIRMED", "Muster, Max")]
    [InlineData(BookingStatus.Completed, false, "CONFIRMED", "Muster, Max ( erschienen )")]
    [InlineData(BookingStatus.NoShow, true, "CONFIRMED", "Muster, Max ( nicht erschienen )")]
    [InlineData(BookingStatus.Ghost, false, "CONFIRMED", "Muster, Max ( Ghost )")]
    [InlineData(BookingStatus.Overhang, false, "CONFIRMED", "Muster, Max ( Überhang )")]
    [InlineData(BookingStatus.Cancelled, false, "CANCELLED", "Muster, Max ( abgesagt )")]
    [InlineData(BookingStatus.Rescheduled, false, "CANCELLED", "Muster, Max ( verschoben )")]
    [InlineData(BookingStatus.Exit, true, "CANCELLED", "Muster, Max ( Exit )")]
    public void Each_stand_is_told(BookingStatus status, bool isConfirmed, string expected, string summary)
    {
        var item = Read(AnItem() with { Status = status, IsConfirmed = isConfirmed, Phone = "0171, 1;2" }).Events[0];

        Assert.Equal((expected, summary, "Telefon: 0171, 1;2"), (item["STATUS"], item["SUMMARY"], item["DESCRIPTION"]));
    }

    [Fact]
    public void Who_has_no_appointment_has_a_calendar_all_the_same()
    {
        Assert.Empty(Read().Events);
    }

    private static FeedItem AnItem() => new()
    {
        BookingId = Guid.NewGuid(),
        Name = "Muster, Max",
        StartsAt = Start,
        EndsAt = Start.AddHours(2),
        Status = BookingStatus.Open,
        BookedAt = Start.AddDays(-3),
        ChangedAt = Start.AddDays(-1),
    };

    private static IcsFile Read(params FeedItem[] items) =>
        IcsFile.Read(Encoding.UTF8.GetBytes(FeedText.Write("SlotBooking Jörg Ängstlich; Außendienst, Köln und was sonst noch in einem Namen steht", items, MarkerWords.Default)));
}
