using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Time;

public sealed class IsoWeekTests
{
    private static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(new DateOnly(1995, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Theory]
    [InlineData("2020-12-31", "2020-W53")]
    [InlineData("2021-01-01", "2020-W53")]
    [InlineData("2021-01-03", "2020-W53")]
    [InlineData("2021-01-04", "2021-W01")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2026-06-02", "2026-W23")]
    [InlineData("2026-12-31", "2026-W53")]
    [InlineData("2027-01-01", "2026-W53")]
    [InlineData("2027-01-02", "2026-W53")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    public void Around_New_Year_a_week_belongs_to_the_year_of_its_Thursday(string day, string week)
    {
        Assert.Equal(week, IsoWeek.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToString());
    }

    [Fact]
    public void A_week_starts_on_Monday_and_holds_each_of_its_seven_days() =>
        Prop.ForAll(Days, day =>
        {
            var week = IsoWeek.Of(day);
            return week.Monday.DayOfWeek == DayOfWeek.Monday
                && day.DayNumber - week.Monday.DayNumber is >= 0 and < 7
                && IsoWeek.Of(week.Monday) == week;
        }).CheckSeeded();

    [Fact]
    public void A_week_that_was_written_is_read_again() =>
        Prop.ForAll(Days, day => IsoWeek.TryParse(IsoWeek.Of(day).ToString(), out var read) && read == IsoWeek.Of(day))
            .CheckSeeded();

    [Fact]
    public void Going_on_and_back_again_ends_in_the_same_week() =>
        Prop.ForAll(Days, Gen.Choose(-60, 60).ToArbitrary(), (day, weeks) => IsoWeek.Of(day).Plus(weeks).Plus(-weeks) == IsoWeek.Of(day))
            .CheckSeeded();

    [Fact]
    public void After_week_53_comes_week_1()
    {
        Assert.Equal(new(2027, 1), new IsoWeek(2026, 53).Plus(1));
        Assert.Equal(new(2026, 53), new IsoWeek(2027, 1).Plus(-1));
        Assert.True(new IsoWeek(2026, 53) < new IsoWeek(2027, 1));
    }

    [Fact]
    public void Working_days_are_Monday_to_Friday()
    {
        var days = new IsoWeek(2026, 53).WorkingDays;

        Assert.Equal(new(2026, 12, 28), days[0]);
        Assert.Equal(new(2027, 1, 1), days[4]);
        Assert.Equal(5, days.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-53")]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-w23")]
    [InlineData("0000-W01")]
    [InlineData("2026-W 1")]
    public void Anything_else_is_no_week(string? text)
    {
        Assert.False(IsoWeek.TryParse(text, out _));
    }
}
