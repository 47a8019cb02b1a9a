using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Achievements;

/// <summary>From the booking desk to the ledger: what commands really tell the log.</summary>
public sealed class DeskPointsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Moved_and_cancelled_within_ten_minutes_a_booking_brings_nothing(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, consultants: 2);
        var booking = await BookAsync(bed);
        bed.Office.Time.Advance(TimeSpan.FromMinutes(4));
        await SendAsync(bed, new Move(Guid.NewGuid(), bed.Office.Anna, booking, Slots(bed)[1], MoveReason.Customer));
        bed.Office.Time.Advance(TimeSpan.FromMinutes(4));
        await SendAsync(bed, new Cancel(Guid.NewGuid(), bed.Office.Anna, booking, "Verwählt"));

        Assert.Equal(0, await PointsAsync(bed));
    }

    [Theory]
    [InlineData(600, false, 0)]
    [InlineData(601, false, 7)]
    [InlineData(60, true, 7)]
    public async Task Cancelled_after_ten_minutes_or_by_an_admin_the_points_stay(int seconds, bool isByAdmin, int points)
    {
        await using var bed = await GameBed.OpenAsync(DatabaseKind.Sqlite, consultants: 2);
        var booking = await BookAsync(bed);
        bed.Office.Time.Advance(TimeSpan.FromSeconds(seconds));
        await SendAsync(bed, new Cancel(Guid.NewGuid(), isByAdmin ? bed.Office.Admin : bed.Office.Anna, booking, "Verwählt"));

        Assert.Equal(points, await PointsAsync(bed));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_cancellation_that_is_undone_gives_the_points_back_once(DatabaseKind kind)
    {
        await using var bed = await GameBed.OpenAsync(kind, consultants: 2);
        var booking = await BookAsync(bed);
        var cancel = new Cancel(Guid.NewGuid(), bed.Office.Anna, booking, "Verwählt");
        await SendAsync(bed, cancel);
        Assert.Equal(0, await PointsAsync(bed));

        bed.Office.Time.Advance(TimeSpan.FromSeconds(5));
        await SendAsync(bed, new Undo(Guid.NewGuid(), bed.Office.Anna, cancel.CommandId));

        Assert.Equal(7, await PointsAsync(bed));
    }

    private static async Task<Guid> BookAsync(GameBed bed) =>
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ACustomer.Into(Slots(bed)[0], bed.Office.Anna))).Booking.Id;

    private static async Task SendAsync(GameBed bed, BookingCommand command) => Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(command));

    private static async Task<int> PointsAsync(GameBed bed)
    {
        await bed.PlayAsync();
        return await bed.PointsAsync(bed.Office.Anna.AccountId!.Value);
    }

    private static IReadOnlyList<Slot> Slots(GameBed bed) => SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1));
}
