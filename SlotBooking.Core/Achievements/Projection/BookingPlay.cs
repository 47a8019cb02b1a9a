using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Gives and takes the points of bookings.</summary>
internal sealed class BookingPlay(GameWorld world, Scores scores, OfficeClock clock)
{
    /// <summary>Brings a booking's points in line with what became of it.</summary>
    /// <param name="booking">Which; its agent is known.</param>
    /// <param name="before">What had become of it before.</param>
    /// <param name="stamp">The event.</param>
    public void Follow(PlayedBooking booking, BookingStatus before, Stamp stamp)
    {
        var sheet = world.Sheet(booking.AgentId!.Value);
        if (booking.Status.HoldsPlace() && !booking.Counts)
        {
            Award(sheet, booking, stamp);
        }
        else if (booking.Counts && before.HoldsPlace() && !booking.Status.HoldsPlace() && IsTakenBack(booking))
        {
            TakeBack(sheet, booking, stamp);
        }

        if (booking.IsRewarded != (booking.Status == BookingStatus.Completed))
        {
            Reward(sheet, booking, stamp);
        }

        sheet.Row.Follow(booking, before);
    }

    /// <summary>
    /// Awards a booking that was just made, or that stands again with the points it had: as the team's first it is so again, unless somebody
    /// else became the first meanwhile. It counts for the MVP's day for which it counted before.
    /// </summary>
    public void Award(PlayerSheet sheet, PlayedBooking booking, Stamp stamp)
    {
        var bookedAt = booking.BookedAt!.Value;
        var date = clock.WallClock(bookedAt).Day;
        var (day, team) = (world.Day(sheet, date), world.TeamDay(date));
        if (booking.Turns == 0)
        {
            booking.BookingPoints = world.Rules.BookingPoints;
            booking.FirstPoints = team.Bookings == 0 ? world.Rules.FirstOfDayPoints : 0;
            booking.StreakPoints = day.Bookings == 0 ? world.Rules.StreakPoints : 0;
        }

        booking.FirstPoints = team.HasFirstPoints ? 0 : booking.FirstPoints;
        booking.StreakPoints = !day.HasStreakPoints && ContinuesStreak(sheet, date) ? booking.StreakPoints : 0;
        booking.MvpDay ??= scores.At(bookedAt).MvpDay;
        Post(sheet, booking, sign: 1, stamp);
        Count(sheet, day, team, booking, by: 1);
        day.HasStreakPoints |= booking.StreakPoints > 0;
        team.HasFirstPoints |= booking.FirstPoints > 0;
        booking.Counts = true;
        booking.Turns++;
        if (day.Bookings == 1)
        {
            sheet.Restreak(date, world.Holidays);
        }
    }

    private void TakeBack(PlayerSheet sheet, PlayedBooking booking, Stamp stamp)
    {
        var date = clock.WallClock(booking.BookedAt!.Value).Day;
        var (day, team) = (world.Day(sheet, date), world.TeamDay(date));
        Post(sheet, booking, sign: -1, stamp);
        Count(sheet, day, team, booking, by: -1);
        day.HasStreakPoints &= booking.StreakPoints == 0;
        team.HasFirstPoints &= booking.FirstPoints == 0;
        booking.Counts = false;
        booking.Turns++;
        if (day.Bookings == 0)
        {
            sheet.Restreak(date, world.Holidays);
        }
    }

    private bool IsTakenBack(PlayedBooking booking) =>
        booking.CalledOffAt is { } at && booking.CalledOffBy == booking.AgentId && at - booking.BookedAt!.Value <= TimeSpan.FromMinutes(world.Rules.TakeBackMinutes);

    private bool ContinuesStreak(PlayerSheet sheet, DateOnly date)
    {
        var calendar = sheet.Calendar(world.Holidays);
        return calendar.Counts(date) && sheet.StreakBefore(date, calendar) > 0;
    }

    private void Post(PlayerSheet sheet, PlayedBooking booking, int sign, Stamp stamp)
    {
        var (id, turn) = (booking.BookingId, booking.Turns);
        var counted = new Counted(clock.WallClock(booking.BookedAt!.Value).Day, booking.MvpDay!.Value);
        scores.Post(sheet, id, PointRule.Booking, turn, sign * booking.BookingPoints, counted, stamp);
        scores.Post(sheet, id, PointRule.FirstOfDay, turn, sign * booking.FirstPoints, counted, stamp);
        scores.Post(sheet, id, PointRule.Streak, turn, sign * booking.StreakPoints, counted, stamp);
    }

    private static void Count(PlayerSheet sheet, PlayerDay day, TeamDay team, PlayedBooking booking, int by)
    {
        var player = sheet.Player;
        day.Bookings += by;
        team.Bookings += by;
        player.Bookings += by;
        player.Evenings += BookingTraits.IsEvening(booking.Start!.Value) ? by : 0;
        player.Mornings += BookingTraits.IsMorning(booking.Start.Value) ? by : 0;
        player.Fridays += BookingTraits.IsFriday(booking.Day!.Value) ? by : 0;
    }

    /// <summary>The customer showed up: that counts for the day on which it is told. Told otherwise later, it is taken back on that day: a past month stays as it was.</summary>
    private void Reward(PlayerSheet sheet, PlayedBooking booking, Stamp stamp)
    {
        booking.IsRewarded = !booking.IsRewarded;
        var sign = booking.IsRewarded ? 1 : -1;
        booking.CompletedPoints = booking.IsRewarded ? world.Rules.CompletedPoints : booking.CompletedPoints;
        var counted = scores.At(stamp.At);
        scores.Post(sheet, booking.BookingId, PointRule.Completed, booking.RewardTurns, sign * booking.CompletedPoints, counted, stamp);
        scores.Count(sheet, sign, counted);
        booking.RewardTurns++;
    }
}
