using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Metrics;

public sealed class AttendanceReaderTests
{
    private static readonly DateOnly Monday = new(2026, 6, 1);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_sees_the_own_rate_beside_the_teams_and_only_admins_that_of_others(DatabaseKind kind)
    {
        await using var bed = await MetricsBed.OpenAsync(kind);
        var (anna, ben, admin) = (bed.Office.Anna, bed.Office.Ben, bed.Office.Admin);
        await bed.AddAsync(
            bed.Booking(Monday, 11, BookingStatus.Completed),
            bed.Booking(Monday, 14, BookingStatus.Ghost),
            bed.Booking(Monday, 16, BookingStatus.Ghost, agent: ben.AccountId),
            bed.Booking(Monday, 18, BookingStatus.Open, agent: ben.AccountId),
            bed.Booking(Monday.AddDays(60), 18, BookingStatus.Open));

        var own = await ReadAsync(bed, anna, anna.AccountId);
        var team = await ReadAsync(bed, anna, null);

        Assert.Equal((0.5, 0.25), (Attendance.Rate(own!.Own!.Value), Attendance.Rate(own.Team)));
        Assert.Equal((null, own.Team), (team!.Own, team.Team));
        Assert.Equal((null, own.Team), ((await ReadAsync(bed, anna, ben.AccountId))!.Own, own.Team));
        Assert.Equal(0, Attendance.Rate((await ReadAsync(bed, admin, ben.AccountId))!.Own!.Value));
        await bed.Office.ChangeAsync(db => db.Users.Single(a => a.Id == anna.AccountId).DisabledAt = bed.Office.Clock.Now);
        Assert.Null(await ReadAsync(bed, anna, anna.AccountId));
    }

    [Fact]
    public void While_nothing_is_decided_there_is_no_rate_which_is_not_nought()
    {
        Assert.Null(Attendance.Rate(default));
        Assert.Null(Attendance.Rate(new OutcomeCounts { Undecided = 3 }));
        Assert.Equal(0, Attendance.Rate(new OutcomeCounts { Undecided = 3, Cancelled = 1 }));
    }

    private static Task<Attendance?> ReadAsync(MetricsBed bed, Core.Events.Actor actor, Guid? agent) =>
        bed.Office.Get<AttendanceReader>().ReadAsync(actor, Monday, Monday.AddDays(90), agent, CancellationToken.None);
}
