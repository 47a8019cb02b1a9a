using SlotBooking.Core.Time;

namespace SlotBooking.Tests.Time;

public sealed class WorkingDaysTests
{
    [Fact]
    public void Corpus_Christi_is_a_working_day_in_Hamburg_only()
    {
        var day = new DateOnly(2026, 6, 4);

        Assert.False(WorkingDays.IsWorkingDay(day, FederalState.NW));
        Assert.True(WorkingDays.IsWorkingDay(day, FederalState.HH));
    }

    [Fact]
    public void The_weekend_is_free()
    {
        Assert.True(WorkingDays.IsWorkingDay(new(2026, 6, 5), FederalState.NW));
        Assert.False(WorkingDays.IsWorkingDay(new(2026, 6, 6), FederalState.NW));
        Assert.False(WorkingDays.IsWorkingDay(new(2026, 6, 7), FederalState.NW));
    }

    [Fact]
    public void After_Maundy_Thursday_comes_Easter_Tuesday()
    {
        Assert.Equal(new(2026, 4, 7), WorkingDays.Next(new(2026, 4, 2), FederalState.NW));
    }

    [Fact]
    public void A_working_day_is_its_own_next_one_when_it_may_be()
    {
        Assert.Equal(new(2026, 6, 5), WorkingDays.OnOrAfter(new(2026, 6, 5), FederalState.NW));
        Assert.Equal(new(2026, 6, 5), WorkingDays.OnOrAfter(new(2026, 6, 4), FederalState.NW));
        Assert.Equal(new(2026, 6, 8), WorkingDays.Next(new(2026, 6, 5), FederalState.NW));
    }
}
