using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;

namespace SlotBooking.Tests.Bookings.MyBookings;

public sealed class StandRulesTests
{
    private static readonly MineViewer Agent = new(AnAppointment.Anna, IsAgent: true, IsConsultant: false, IsAdmin: false);
    private static readonly MineViewer Other = Agent with { AccountId = Guid.NewGuid() };
    private static readonly MineViewer Consultant = new(Guid.NewGuid(), IsAgent: false, IsConsultant: true, IsAdmin: false);
    private static readonly MineViewer Admin = new(Guid.NewGuid(), IsAgent: false, IsConsultant: false, IsAdmin: true);
    private static readonly BookingView Later = AnAppointment.At(16);

    private static DateTimeOffset Before => Later.StartsAt.AddHours(-1);

    [Theory]
    [InlineData(Stand.Completed)]
    [InlineData(Stand.NoShow)]
    [InlineData(Stand.Ghost)]
    public void Whether_somebody_came_says_from_when_it_can_be_said(Stand stand)
    {
        Assert.Equal(new StandStep.NotBefore(Later.StartsAt), StandRules.Step(Agent, Later, stand, Before));
        Assert.Equal(new StandStep.SayOutcome(stand.Status()), StandRules.Step(Agent, Later, stand, Later.StartsAt));
    }

    [Fact]
    public void Putting_off_asks_for_a_time_and_calling_off_for_a_reason_while_it_stands()
    {
        Assert.IsType<StandStep.AskTime>(StandRules.Step(Agent, Later, Stand.Rescheduled, Before));
        Assert.IsType<StandStep.AskReason>(StandRules.Step(Admin, Later, Stand.Cancelled, Before));

        // When it is over, or somebody entered it by hand, or may not change it, only the outcome is left to say.
        Assert.Equal(new StandStep.SayOutcome(BookingStatus.Cancelled), StandRules.Step(Agent, Later, Stand.Cancelled, Later.EndsAt));
        Assert.Equal(new StandStep.SayOutcome(BookingStatus.Rescheduled), StandRules.Step(Agent, Later with { IsByHand = true }, Stand.Rescheduled, Before));
        Assert.Equal(new StandStep.SayOutcome(BookingStatus.Rescheduled), StandRules.Step(Consultant, Later, Stand.Rescheduled, Before));
    }

    [Fact]
    public void Open_and_confirmed_are_the_flag_while_nothing_is_decided_and_take_an_outcome_back_afterwards()
    {
        var confirmed = Later with { IsConfirmed = true };
        Assert.Equal(new StandStep.SayConfirmed(true), StandRules.Step(Agent, Later, Stand.Confirmed, Before));
        Assert.Equal(new StandStep.SayConfirmed(false), StandRules.Step(Agent, confirmed, Stand.Open, Before));
        Assert.IsType<StandStep.Already>(StandRules.Step(Agent, confirmed, Stand.Confirmed, Before));

        var ghost = Later with { Status = BookingStatus.Ghost };
        Assert.Equal(new StandStep.SayOutcome(BookingStatus.Open), StandRules.Step(Agent, ghost, Stand.Open, Later.EndsAt));
        Assert.Equal(new StandStep.SayOutcome(BookingStatus.Open), StandRules.Step(Agent, ghost, Stand.Confirmed, Later.EndsAt));
    }

    [Fact]
    public void What_people_deleted_in_the_calendar_is_entered_again_until_it_starts()
    {
        var deleted = Later with { Status = BookingStatus.Cancelled, CancelledInCalendar = true };

        Assert.IsType<StandStep.EnterAgain>(StandRules.Step(Agent, deleted, Stand.Open, Before));
        Assert.Equal(new StandStep.SayOutcome(BookingStatus.Open), StandRules.Step(Agent, deleted, Stand.Open, Later.StartsAt));
    }

    [Fact]
    public void Another_agent_sees_nothing_and_may_nothing()
    {
        Assert.False(Other.Sees(Later.AgentId));
        Assert.IsType<StandStep.NotAllowed>(StandRules.Step(Other, Later, Stand.Confirmed, Before));
        Assert.True(Consultant.Sees(Later.AgentId));
        Assert.False(Consultant.MayChange(Later));
    }

    [Fact]
    public void Each_status_has_a_column_and_each_code_is_read_back()
    {
        Assert.All(Enum.GetValues<BookingStatus>(), status => Assert.Contains(Stands.Of(Later with { Status = status }).Lane(), Stands.Lanes));
        Assert.All(Enum.GetValues<Stand>(), stand => Assert.Equal(stand, Stands.Parse(stand.Code())));
        Assert.Equal((Stand.Rescheduled, Stand.Cancelled), (Stand.Overhang.Lane(), Stand.Exit.Lane()));
        Assert.Null(Stands.Parse("nonsense"));
    }
}
