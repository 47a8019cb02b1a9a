using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync.Overview;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.CalendarSync.Overview;

public sealed class CalendarComparisonTests
{
    private static readonly OfficeClock Clock = CalendarBed.Berlin(CalendarBed.MondayAtTen());

    [Fact]
    public void An_event_that_is_as_the_booking_wants_it_is_no_difference()
    {
        var booking = ABooking.On(Clock, 1, 11);

        Assert.Empty(Compare([booking], Event(booking)));
        Assert.Empty(Compare([booking], Event(booking) with { Title = $"{AppointmentName.Of(booking)} ( erschienen )", ColorId = "11" })); // people's
        Assert.Empty(Compare([booking], Event(booking) with { Title = $"VIP {AppointmentName.Of(booking)}" })); // writing leaves it, too
    }

    [Fact]
    public void Missing_moved_renamed_and_doubled_events_are_told_apart()
    {
        var booking = ABooking.On(Clock, 1, 11);
        var later = new TimeRange(booking.StartsAt.AddHours(1), booking.EndsAt.AddHours(1));

        Assert.Equal([DifferenceKind.EventMissing], Compare([booking]));
        Assert.Equal([DifferenceKind.OtherTime], Compare([booking], Event(booking) with { Range = later }));
        Assert.Equal([DifferenceKind.OtherTime], Compare([booking], Event(booking) with { IsAllDay = true }));
        Assert.Equal([DifferenceKind.OtherTime], Compare([booking], Event(booking) with { IsRepeated = true }));
        Assert.Equal([DifferenceKind.OtherName], Compare([booking], Event(booking) with { Title = "Anders, Nora" }));
        Assert.Equal([DifferenceKind.Twice], Compare([booking], Event(booking), Event(booking, generation: 1)));
        Assert.Equal([DifferenceKind.EventMissing], Compare([booking], Event(booking) with { IsCancelled = true }));
    }

    [Fact]
    public void A_copy_made_by_hand_is_named_and_is_not_the_bookings_event()
    {
        var booking = ABooking.On(Clock, 1, 11);
        var copy = Event(booking) with { Id = "kopie00001" };

        Assert.Equal([DifferenceKind.Copied], Compare([booking], Event(booking), copy));
        Assert.Equal([DifferenceKind.EventMissing, DifferenceKind.Copied], Compare([booking], copy));
    }

    [Fact]
    public void An_event_of_a_booking_that_was_called_off_or_never_was_is_named()
    {
        var booking = ABooking.On(Clock, 1, 11);
        var item = Event(booking);
        (booking.Status, booking.CancelReason) = (BookingStatus.Cancelled, "Probe");

        Assert.Equal([DifferenceKind.EventStands], Compare([booking], item));
        Assert.Empty(Compare([booking]));
        Assert.Equal([DifferenceKind.BookingMissing], Compare([], item));
    }

    [Fact]
    public void What_the_mirror_lacks_holds_too_long_or_knows_differently_is_named()
    {
        var item = Event(ABooking.On(Clock, 1, 11)) with { BookingId = null };
        var row = new MirroredEvent
        {
            CalendarKey = CalendarKeys.Central,
            EventId = item.Id,
            Title = item.Title,
            StartsAt = item.Range.Start,
            EndsAt = item.Range.End,
            ColorId = item.ColorId,
        };
        var other = new MirroredEvent { CalendarKey = CalendarKeys.Central, EventId = "anderer0", Title = "Beispiel, Ines", StartsAt = item.Range.Start, EndsAt = item.Range.End };
        var comparison = new CalendarComparison([item], Clock);

        Assert.Empty(Kinds([row]));
        Assert.Equal([DifferenceKind.NotMirrored], Kinds([]));
        Assert.Equal([DifferenceKind.MirrorOnly], Kinds([row, other]));
        row.ColorId = "11";
        Assert.Equal([DifferenceKind.MirrorDiffers], Kinds([row]));
        Assert.Empty(Kinds([row], item.Id)); // the next round brings it

        IEnumerable<DifferenceKind> Kinds(MirroredEvent[] mirror, params string[] coming) =>
            comparison.WithMirror(mirror, coming.ToHashSet(), item.Range).Select(d => d.Kind);
    }

    [Fact]
    public void What_the_mirror_cannot_know_yet_is_no_difference()
    {
        var item = Event(ABooking.On(Clock, 1, 11));

        Assert.Empty(new CalendarComparison([item], Clock).WithMirror([], new HashSet<string>(), new TimeRange(item.Range.End, item.Range.End.AddDays(1))));
    }

    private static IEnumerable<DifferenceKind> Compare(Booking[] bookings, params CalendarItem[] items) => new CalendarComparison(items, Clock)
        .WithBookings(bookings, new Dictionary<Guid, string>(), bookings.Select(b => b.Id).ToHashSet()).Select(d => d.Kind);

    private static CalendarItem Event(Booking booking, int generation = 0) => new()
    {
        Id = AppointmentEventId.Of(booking.Id, generation),
        BookingId = booking.Id,
        Title = AppointmentName.Of(booking),
        Range = new TimeRange(booking.StartsAt, booking.EndsAt),
        ColorId = "2",
    };
}
