using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Outcomes;

namespace SlotBooking.Tests.CalendarSync;

public sealed class MarksWantedTests
{
    private const string Name = "Muster, Max";

    [Theory]
    [InlineData(BookingStatus.Completed, "Muster, Max ( erschienen )", "7")]
    [InlineData(BookingStatus.NoShow, "Muster, Max ( nicht erschienen )", "11")]
    [InlineData(BookingStatus.Ghost, "Muster, Max ( Ghost )", "11")]
    [InlineData(BookingStatus.Cancelled, "Muster, Max ( abgesagt )", "6")]
    [InlineData(BookingStatus.Rescheduled, "Muster, Max ( verschoben )", "6")]
    [InlineData(BookingStatus.Overhang, "Muster, Max ( Überhang )", "8")]
    [InlineData(BookingStatus.Exit, "Muster, Max ( Exit )", "6")]
    [InlineData(BookingStatus.Open, "Muster, Max ( Vorbehalt )", "7")]
    public void Each_outcome_has_its_marker_and_colour(BookingStatus outcome, string title, string color)
    {
        var before = outcome == BookingStatus.Completed ? "None/11" : "None/7";
        var stands = outcome == BookingStatus.Completed ? "11" : "7";

        Assert.Equal((title, color), Wanted(outcome, before).On(Name, stands, Name));
    }

    [Fact]
    public void A_marker_of_the_table_is_replaced_and_what_else_people_wrote_stays()
    {
        Assert.Equal(
            ("Muster, Max um halb ( klingeln ) ( Ghost )", "11"),
            Wanted(BookingStatus.Ghost, "Completed/2").On("Muster, Max um halb ( klingeln ) ( verschoben ) ( erschienen )", "2", Name));
    }

    [Fact]
    public void The_customers_own_brackets_stay()
    {
        Assert.Equal(("Meier, Anna (Ghost) ( Ghost )", "11"), Wanted(BookingStatus.Ghost, "None/2").On("Meier, Anna (Ghost)", "2", "Meier, Anna (Ghost)"));
    }

    [Fact]
    public void Taking_an_outcome_back_takes_the_marker_away_before_the_appointment_and_says_so_after_it()
    {
        var before = Wanted(BookingStatus.Open, "Cancelled/6") with { IsDue = false };

        Assert.Equal(("Muster, Max", "7"), before.On("Muster, Max ( abgesagt )", "6", Name));
        Assert.Equal(("Muster, Max ( Vorbehalt )", "7"), (before with { IsDue = true }).On("Muster, Max ( abgesagt )", "6", Name));
    }

    [Fact]
    public void Marks_that_people_changed_since_are_left_alone()
    {
        Assert.Equal(("Muster, Max ( Ghost )", "2"), Wanted(BookingStatus.Completed, "NoShow/2").On("Muster, Max ( Ghost )", "2", Name));
        Assert.Equal(("Muster, Max", "11"), Wanted(BookingStatus.Ghost, before: null).On("Muster, Max", "11", Name));
    }

    [Fact]
    public void A_colour_that_says_the_same_is_left_alone()
    {
        Assert.Equal(("Muster, Max ( erschienen )", "10"), Wanted(BookingStatus.Completed, "Ghost/10").On("Muster, Max ( Ghost )", "10", Name));
    }

    [Fact]
    public void What_was_written_says_what_was_decided()
    {
        foreach (var outcome in Enum.GetValues<BookingStatus>())
        {
            foreach (var isDue in new[] { true, false })
            {
                var wanted = Wanted(outcome, "None/7") with { IsDue = isDue };
                var (title, color) = wanted.On(Name, "7", Name);
                Assert.True(wanted.AreOn(title, color, Name), $"{outcome} {isDue}: {title} {color}");
            }
        }
    }

    private static MarksWanted Wanted(BookingStatus outcome, string? before) => new(outcome, before, "7", IsDue: true, new OutcomeRules());
}
