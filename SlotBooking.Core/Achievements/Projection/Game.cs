using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>All rules of the game: changes the world as one fact after another says. The same facts in the same order give the same world.</summary>
/// <remarks>No clock is asked: the office's clock only says what the wall clock showed at an instant. A fact that was taken in already changes nothing.</remarks>
internal sealed class Game
{
    /// <summary>Nobody has more points, either way: ten times as much XP still is a number.</summary>
    public const int MostPoints = 10_000_000;

    /// <summary>So many days behind one that is closed late are left out of how the boards stood then.</summary>
    public const int LaterDays = 14;

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

    /// <summary>Takes one fact in; answers, in German, why it stays out if it does. Then nothing was changed.</summary>
    public string? Take(GameFact fact, Stamp stamp)
    {
        if (Refusal(fact, stamp) is { } refusal)
        {
            return refusal;
        }

        switch (fact)
        {
            case GameFact.Booked booked when IsNew(booked.Booking, stamp):
                Take(booked, stamp);
                break;
            case GameFact.Became became when IsNew(became.Booking, stamp):
                Take(became, stamp);
                break;
            case GameFact.Corrected corrected when _world.Corrections.Add(corrected.Id):
                Take(corrected, stamp);
                break;
            case GameFact.Away away:
                Take(away, stamp);
                break;
            case GameFact.Closed closed when _world.Closed.Add(closed.Period.ToString()):
                Take(closed, stamp);
                break;
            case GameFact.RulesChanged when _world.IsNewSetting(stamp) && !_world.ChangeRules():
            case GameFact.StateChanged when _world.IsNewSetting(stamp) && !_world.ChangeHolidays():
                return "Die geänderte Einstellung lässt sich nicht lesen. Es gilt die vorige.";
        }

        return null;
    }

    private string? Refusal(GameFact fact, Stamp stamp) => fact switch
    {
        GameFact.Unreadable(var reason) => reason,
        GameFact.Corrected corrected when !_world.Corrections.Contains(corrected.Id) && _world.Sheets.TryGetValue(corrected.Account, out var sheet)
            && Math.Abs((long)sheet.Player.Points + corrected.Points) > MostPoints => "So viele Punkte kann niemand haben.",
        GameFact.Away away when _world.Absences.TryGetValue(away.Id, out var known) && known.AccountId != away.Account => "Diese Abwesenheit ist die von jemand anderem.",
        GameFact.Closed closed when stamp.At < closed.Period.EndsAt(_clock, _world.Rules.ClosingTime) => "Dieser Zeitraum war noch nicht zu Ende.",
        _ => null,
    };

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
            var (sheet, turns) = (_world.Sheet(agent), booking.Turns);
            _bookings.Follow(booking, before, stamp);
            if (booking.Turns != turns)
            {
                Settle(sheet, booking.BookedAt!.Value, stamp); // its points count there, which may be another day
            }

            Settle(sheet, stamp.At, stamp);
        }
    }

    private void Take(GameFact.Corrected fact, Stamp stamp)
    {
        var sheet = _world.Sheet(fact.Account);
        _scores.Post(sheet, fact.Id, PointRule.Correction, 0, fact.Points, _scores.At(stamp.At), stamp);
        Settle(sheet, stamp.At, stamp);
    }

    /// <summary>Told twice or the wrong way round it comes to the same: what was withdrawn once stays so.</summary>
    private void Take(GameFact.Away fact, Stamp stamp)
    {
        var sheet = _world.Sheet(fact.Account);
        if (!_world.Absences.TryGetValue(fact.Id, out var absence))
        {
            absence = new HeardAbsence { AbsenceId = fact.Id, AccountId = fact.Account, First = fact.Days.First, Through = fact.Days.Through, IsWithdrawn = fact.IsWithdrawn };
            _world.Absences.Add(fact.Id, absence);
            sheet.Absences.Add(absence);
            _world.Rows.Add(absence);
        }
        else if (fact.IsWithdrawn && !absence.IsWithdrawn)
        {
            absence.IsWithdrawn = true;
        }
        else
        {
            return;
        }

        sheet.Restreak(absence.First, _world.Holidays);
        Settle(sheet, stamp.At, stamp);
    }

    private void Take(GameFact.Closed fact, Stamp stamp)
    {
        var name = fact.Period.ToString();
        var best = Mvp.Of(_world.SumsOf(name).Values, fact.Order);
        _world.Rows.Add(new ClosedPeriod { Period = name, At = stamp.At, Winner = best?.AccountId, Points = best?.Points ?? 0 });
        if (best is not null)
        {
            var isNews = stamp.At - fact.Period.EndsAt(_clock, _world.Rules.ClosingTime) <= NewsKeys.Stays;
            _honours.Crown(_world.Sheet(best.AccountId), fact.Period, isNews, stamp);
        }

        if (fact.Period.Kind == PeriodKind.Day && !(_world.ThenDay >= fact.Period.Day))
        {
            _world.ThenDay = fact.Period.Day;
            Remember(fact.Period.Day);
        }
    }

    /// <summary>Keeps how the boards stood when a day was over. Closed late, the points of the days after it are left out again; badges are as they are.</summary>
    private void Remember(DateOnly day)
    {
        var month = Period.MonthOf(day);
        var name = month.ToString();
        var later = Enumerable.Range(1, LaterDays).Select(n => new Period(PeriodKind.Day, day.AddDays(n)))
            .Select(p => (Sums: _world.SumsOf(p.ToString()), IsThisMonth: Period.MonthOf(p.Day) == month)).Where(p => p.Sums.Count > 0).ToList();
        foreach (var sheet in _world.Sheets.Values)
        {
            var player = sheet.Player;
            int Later(bool ofMonth) => later.Where(p => p.IsThisMonth || !ofMonth).Sum(p => p.Sums.TryGetValue(player.AccountId, out var sum) ? sum.Points : 0);
            player.ThenMonth = name;
            player.ThenMonthPoints = _world.PointsIn(month, player.AccountId) - Later(ofMonth: true);
            player.ThenPoints = player.Points - Later(ofMonth: false);
            player.ThenBadgeWeight = player.BadgeWeight;
            player.ThenStreak = sheet.Calendar(_world.Holidays).On(day, player.Streak, player.StreakDay);
        }
    }

    private void Settle(PlayerSheet sheet, DateTimeOffset at, Stamp stamp) => _honours.Settle(sheet, _clock.WallClock(at).Day, stamp);
}
