using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Reading;

/// <summary>All rules of the game: changes the world as one fact after another says. The same facts in the same order give the same world.</summary>
/// <remarks>No clock is asked: the office's clock only says what the wall clock showed at an instant. A fact that was taken in already changes nothing.</remarks>
internal sealed class Game
{
    private static readonly TimeSpan StaysNews = TimeSpan.FromDays(7);
    private readonly GameWorld _world;
    private readonly OfficeClock _clock;
    private readonly Scores _scores;
    private readonly Honours _honours;
    private readonly BookingPlay _bookings;

    public Game(GameWorld world, OfficeClock clock)
    {
        (_world, _clock) = (world, clock);
        _scores = new Scores(world, clock);
        _honours = new Honours(world);
        _bookings = new BookingPlay(world, _scores, clock);
    }

    /// <summary>Takes one fact in.</summary>
    public void Take(GameFact fact, Stamp stamp)
    {
        switch (fact)
        {
            case GameFact.Booked booked when IsNew(booked.Booking, stamp):
                Take(booked, stamp);
                break;
            case GameFact.Became became when IsNew(became.Booking, stamp):
                Take(became, stamp);
                break;
            case GameFact.Corrected corrected when _world.Corrections.Add(corrected.Id):
                var sheet = _world.Sheet(corrected.Account);
                _scores.Post(sheet, corrected.Id, PointRule.Correction, 0, corrected.Points, stamp.At, stamp);
                Settle(sheet, stamp.At, stamp);
                break;
            case GameFact.Away away:
                Take(away, stamp);
                break;
            case GameFact.Closed closed when _world.Closed.Add(closed.Period.ToString()):
                Take(closed, stamp);
                break;
            case GameFact.RulesChanged:
                _world.ChangeRules();
                break;
            case GameFact.StateChanged:
                _world.ChangeHolidays();
                break;
        }
    }

    /// <summary>Whether the event is behind the last one that was heard about the booking.</summary>
    private bool IsNew(Guid id, Stamp stamp)
    {
        var booking = _world.Booking(id);
        if ((stamp.Transaction, stamp.Number).CompareTo((booking.LastTransaction, booking.LastEvent)) <= 0)
        {
            return false;
        }

        (booking.LastTransaction, booking.LastEvent) = (stamp.Transaction, stamp.Number);
        return true;
    }

    private void Take(GameFact.Booked fact, Stamp stamp)
    {
        var booking = _world.Booking(fact.Booking);
        if (booking.AgentId is not null)
        {
            return;
        }

        (booking.AgentId, booking.BookedAt, booking.Day, booking.Start) = (fact.Agent, stamp.At, fact.Day, fact.Start);
        var sheet = _world.Sheet(fact.Agent);
        _bookings.Award(sheet, booking, stamp);
        _bookings.Follow(booking, BookingStatus.Open, stamp); // when something else about it was told first
        Settle(sheet, stamp.At, stamp);
    }

    private void Take(GameFact.Became fact, Stamp stamp)
    {
        var booking = _world.Booking(fact.Booking);
        var before = booking.Status;
        if (before == fact.Status)
        {
            return;
        }

        booking.Status = fact.Status;
        if (before.HoldsPlace() != fact.Status.HoldsPlace())
        {
            booking.CalledOffAt = fact.Status.HoldsPlace() ? null : stamp.At;
            booking.CalledOffBy = fact.Status.HoldsPlace() ? null : fact.By;
        }

        if (booking.AgentId is { } agent)
        {
            _bookings.Follow(booking, before, stamp);
            Settle(_world.Sheet(agent), stamp.At, stamp);
        }
    }

    private void Take(GameFact.Away fact, Stamp stamp)
    {
        var sheet = _world.Sheet(fact.Account);
        var known = sheet.Absences.Find(a => a.AbsenceId == fact.Id);
        switch (known, fact.IsWithdrawn)
        {
            case (null, false):
                var heard = new HeardAbsence { AbsenceId = fact.Id, AccountId = fact.Account, First = fact.Days.First, Through = fact.Days.Through };
                sheet.Absences.Add(heard);
                _world.Rows.Add(heard);
                break;
            case ({ } gone, true):
                sheet.Absences.Remove(gone);
                _world.Rows.Remove(gone);
                break;
            default:
                return;
        }

        sheet.Restreak(fact.Days.First, _world.Holidays);
        Settle(sheet, stamp.At, stamp);
    }

    private void Take(GameFact.Closed fact, Stamp stamp)
    {
        var name = fact.Period.ToString();
        var best = Mvp.Of(_world.SumsOf(name).Values, fact.Order);
        _world.Rows.Add(new ClosedPeriod { Period = name, At = stamp.At, Winner = best?.AccountId, Points = best?.Points ?? 0 });
        if (best is not null)
        {
            var isNews = stamp.At - fact.Period.EndsAt(_clock, _world.Rules.ClosingTime) <= StaysNews;
            _honours.Crown(_world.Sheet(best.AccountId), fact.Period, isNews, stamp);
        }

        if (fact.Period.Kind == PeriodKind.Day)
        {
            Remember(fact.Period.Day);
        }
    }

    /// <summary>Keeps how the boards stood when a day was over.</summary>
    private void Remember(DateOnly day)
    {
        var month = Period.MonthOf(day);
        var name = month.ToString();
        foreach (var sheet in _world.Sheets.Values)
        {
            var player = sheet.Player;
            player.ThenMonth = name;
            player.ThenMonthPoints = _world.PointsIn(month, player.AccountId);
            player.ThenPoints = player.Points;
            player.ThenBadgeWeight = player.BadgeWeight;
            player.ThenStreak = sheet.Calendar(_world.Holidays).Current(player.Streak, player.StreakDay, day);
        }
    }

    private void Settle(PlayerSheet sheet, DateTimeOffset at, Stamp stamp) => _honours.Settle(sheet, _clock.WallClock(at).Day, stamp);
}
