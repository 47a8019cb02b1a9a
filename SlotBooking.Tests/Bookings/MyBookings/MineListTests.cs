using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;

namespace SlotBooking.Tests.Bookings.MyBookings;

/// <summary>Searching, filtering and sorting what was read.</summary>
public sealed class MineListTests
{
    private static readonly BookingView[] Some =
    [
        AnAppointment.At(9, name: "Müller, Jörg", phone: "0171 234 56 78"),
        AnAppointment.At(11, name: "Ölmann, Erika", status: BookingStatus.Completed) with { CallBackOn = AnAppointment.Tuesday.AddDays(2), Potential = Potential.Closer },
        AnAppointment.At(14, name: "Zander, Kai", isConfirmed: true, phone: "+49 (0) 171 999") with { Potential = Potential.Top },
        AnAppointment.At(16, name: "Beispiel, Ann", status: BookingStatus.Ghost) with { CallBackOn = AnAppointment.Tuesday.AddDays(1) },
    ];

    [Theory]
    [InlineData("mueller", "9")]
    [InlineData("JÖRG", "9")]
    [InlineData("erika ölm", "11")]
    [InlineData("0171 234", "9")]
    [InlineData("171999", "14")]
    [InlineData("+49 171 9", "")]
    [InlineData("an", "11,14,16")]
    [InlineData("", "9,11,14,16")]
    [InlineData("xqz", "")]
    public void Names_are_found_in_any_spelling_and_numbers_by_their_digits(string typed, string hours) =>
        Assert.Equal(hours, Hours(Some.Where(new MineFilter(typed, new HashSet<Stand>()).LetsThrough)));

    [Fact]
    public void Only_the_chosen_stands_are_shown()
    {
        Assert.Equal("9,16", Hours(Some.Where(new MineFilter(null, new HashSet<Stand> { Stand.Open, Stand.Ghost }).LetsThrough)));
        Assert.Equal("14", Hours(Some.Where(new MineFilter("a", new HashSet<Stand> { Stand.Confirmed }).LetsThrough)));
    }

    [Theory]
    [InlineData(MineColumn.Customer, false, "16,9,11,14")] // Ö stands with O
    [InlineData(MineColumn.Customer, true, "14,11,9,16")]
    [InlineData(MineColumn.When, true, "16,14,11,9")]
    [InlineData(MineColumn.CallBack, false, "16,11,9,14")]
    [InlineData(MineColumn.CallBack, true, "11,16,14,9")] // those without stay last
    [InlineData(MineColumn.Potential, false, "14,11,9,16")]
    [InlineData(MineColumn.Stand, false, "9,14,11,16")]
    public void A_table_is_sorted_by_each_column(MineColumn column, bool isDescending, string hours) =>
        Assert.Equal(hours, Hours(new MineOrder(column, isDescending).Sort(Some)));

    [Fact]
    public void A_sheet_that_was_read_again_and_is_the_same_stays_the_same_object()
    {
        var sheet = new MineSheet(new MineQuestion(null, AnAppointment.Tuesday, AnAppointment.Tuesday.AddDays(1)), Some, IsCut: false);

        Assert.Same(sheet, sheet.With(new HashSet<Guid> { Some[1].Id }, [Some[1] with { }]));
        Assert.Equal("9,14,16", Hours(sheet.With(new HashSet<Guid> { Some[1].Id }, []).All));
        var moved = sheet.With(Some[0] with { Slot = new Slot(AnAppointment.Tuesday, new TimeOnly(20, 0)), StartsAt = Some[0].StartsAt.AddHours(11) });
        Assert.Equal("11,14,16,20", Hours(moved.All));
        Assert.Equal("11,14,16", Hours(moved.With(moved.All[3] with { Slot = new Slot(AnAppointment.Tuesday.AddDays(9), new TimeOnly(20, 0)) }).All));
    }

    [Fact]
    public void Only_what_may_belong_to_the_page_is_read_again()
    {
        var (anna, ben) = (AnAppointment.Anna, Guid.NewGuid());
        var own = new MineQuestion(anna, AnAppointment.Tuesday, AnAppointment.Tuesday.AddDays(7));
        OfficeEvent Told(Guid? by, int days = 0, string kind = EventKinds.Booked) =>
            new() { Kind = kind, BookingId = Guid.NewGuid(), AccountId = by, Day = AnAppointment.Tuesday.AddDays(days) };

        Assert.True(own.MayConcern(Told(anna)));
        Assert.True(own.MayConcern(Told(by: null, kind: EventKinds.FoundInCalendar)));
        Assert.True(own.MayConcern(Told(ben, kind: EventKinds.Moved)));
        Assert.False(own.MayConcern(Told(ben)));
        Assert.False(own.MayConcern(Told(anna, days: 8)));
        Assert.True((own with { AgentId = null }).MayConcern(Told(ben)));
        Assert.False(own.MayConcern(new OfficeEvent { Kind = EventKinds.SettingChanged, Day = AnAppointment.Tuesday }));
    }

    [Fact]
    public void Appointments_that_overlap_stand_beside_each_other_and_those_at_the_same_time_below()
    {
        var odd = AnAppointment.At(15) with { EndsAt = AnAppointment.At(17).StartsAt };
        var day = WeekDay.Of(AnAppointment.Tuesday, [.. Some, AnAppointment.At(14), odd, AnAppointment.At(9, days: 1)]);

        Assert.Equal(
            [("09", 0, 1, 1), ("11", 0, 1, 1), ("14", 0, 2, 2), ("15", 1, 2, 1), ("16", 0, 2, 1)],
            day.Blocks.Select(b => (b.Start.ToString("HH", null), b.Column, b.Columns, b.Bookings.Count)));
    }

    private static string Hours(IEnumerable<BookingView> bookings) => string.Join(',', bookings.Select(b => b.Slot.Start.Hour));
}
