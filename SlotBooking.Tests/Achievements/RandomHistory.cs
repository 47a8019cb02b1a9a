using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Achievements;

/// <summary>An office's log invented from a seed: also with events told twice, out of order, broken, and with clocks that jump.</summary>
internal sealed class RandomHistory(int seed)
{
    private const int Steps = 80;
    private const string Stumbling = "\"points\":77";
    private static readonly TimeOnly[] Starts = [new(9, 0), new(11, 0), new(14, 0), new(18, 0), new(20, 0)];
    private readonly Random _random = new(seed);
    private readonly List<(Guid Id, Guid Agent, DateTimeOffset At)> _bookings = [];
    private readonly List<(Guid Id, Guid Account, DateOnly First, DateOnly Through)> _absences = [];
    private readonly List<OfficeEvent> _told = [];
    private DateTimeOffset _now = new(2026, 12, 21, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Some corrections that nothing is wrong with break the rules all the same, after they have done their work, as if there were a fault in these.</summary>
    public static void Stumble(OfficeEvent told)
    {
        if (told.Kind == EventKinds.PointsCorrected && told.Detail!.Contains(Stumbling, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The rules have a fault here.");
        }
    }

    /// <summary>The log in stretches, each of which is written and read by itself; rule changes come with their setting's history.</summary>
    public IEnumerable<(IReadOnlyList<OfficeEvent> Events, IReadOnlyList<SettingChange> Changes)> Stretches()
    {
        Guid[] people = [.. Enumerable.Range(1, 4).Select(n => new Guid(seed, (short)n, 0, [8, 0, 0, 0, 0, 0, 0, 1]))];
        for (var left = Steps; left > 0;)
        {
            var (events, changes) = (new List<OfficeEvent>(), new List<SettingChange>());
            for (var n = Math.Min(left, _random.Next(10, 50)); n > 0; n--, left--)
            {
                Pass();
                events.Add(Next(people, changes));
            }

            _told.AddRange(events);
            yield return (events, changes);
        }
    }

    private OfficeEvent Next(Guid[] people, List<SettingChange> changes)
    {
        var person = people[_random.Next(people.Length)];
        var known = _bookings.Count > 0 ? _bookings[_random.Next(_bookings.Count)] : (Guid.CreateVersion7(_now), person, _now);
        switch (_random.Next(100))
        {
            case < 45:
                var booking = (Id: Guid.CreateVersion7(_now), Agent: person, At: _now);
                _bookings.Add(booking);
                return GameLog.Booked(booking.Id, person, _now, Berlin.Clock.WallClock(_now).Day.AddDays(_random.Next(1, 9)), Starts[_random.Next(Starts.Length)]);
            case < 55:
                return GameLog.Cancelled(known.Item1, _random.Next(5) == 0 ? null : _random.Next(4) == 0 ? person : known.Item2, _now);
            case < 59:
                return GameLog.Restored(known.Item1, person, _now);
            case < 78:
                return GameLog.Became(known.Item1, (BookingStatus)_random.Next(8), _now, person);
            case < 82:
                return GameLog.Corrected(Guid.CreateVersion7(_now), person, _random.Next(-40, 80), _now);
            case < 87:
                return Away(person);
            case < 93:
                return GameLog.Closed(Some(), _now, people);
            case < 95:
                return Change(changes);
            case < 97:
                return Hostile(person, known.Item1);
            default:
                return Again();
        }
    }

    private OfficeEvent Away(Guid person)
    {
        if (_absences.Count > 0 && _random.Next(3) == 0)
        {
            var gone = _absences[_random.Next(_absences.Count)];
            return GameLog.Away(gone.Id, gone.Account, gone.First, gone.Through, _now, isWithdrawn: true);
        }

        var first = Berlin.Clock.WallClock(_now).Day.AddDays(_random.Next(-6, 4));
        _absences.Add((Guid.CreateVersion7(_now), person, first, first.AddDays(_random.Next(4))));
        return GameLog.Away(_absences[^1].Id, person, first, _absences[^1].Through, _now);
    }

    private Period Some()
    {
        var today = Berlin.Clock.WallClock(_now).Day;
        return _random.Next(12) switch
        {
            0 => Period.WeekOf(today), // not over yet
            1 => new Period(PeriodKind.Day, today),
            2 or 3 => Period.WeekOf(today.AddDays(-7)),
            4 => Period.MonthOf(today.AddDays(-today.Day)),
            5 => Period.YearOf(today.AddYears(-1)),
            _ => new Period(PeriodKind.Day, today.AddDays(-_random.Next(1, 4))),
        };
    }

    private OfficeEvent Hostile(Guid person, Guid booking)
    {
        var id = Guid.CreateVersion7(_now);
        return _random.Next(14) switch
        {
            0 => GameLog.Broken(EventKinds.OutcomeChanged, _now),
            1 => GameLog.Broken(EventKinds.OutcomeChanged, _now, "{\"to\":\"Completed, NoShow\"}"),
            2 => GameLog.Broken(EventKinds.AbsenceChanged, _now, "[]"),
            3 => GameLog.Corrected(id, person, int.MaxValue, _now),
            4 => GameLog.Corrected(id, person, 0, _now),
            5 => GameLog.Corrected(id, person, 77, _now),
            6 => GameLog.Booked(id, person, DateTimeOffset.MaxValue, new DateOnly(2026, 12, 31), new(9, 0)),
            7 => GameLog.Booked(id, person, _now, DateOnly.MinValue, new(9, 0)),
            8 => GameLog.Cancelled(booking, person, DateTimeOffset.MinValue),
            9 => GameLog.Away(id, person, DateOnly.MinValue, DateOnly.MaxValue, _now),
            10 => GameLog.Away(_absences.Count > 0 ? _absences[0].Id : id, person, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 2), _now),
            11 => GameLog.Closed(new Period(PeriodKind.Day, DateOnly.MaxValue), _now),
            12 => GameLog.Booked(id, Guid.CreateVersion7(), _now, new DateOnly(2026, 12, 31), new(9, 0)),
            _ => GameLog.Broken(EventKinds.SettingChanged, _now, "\"game"),
        };
    }

    private OfficeEvent Change(List<SettingChange> changes)
    {
        var isState = _random.Next(2) == 0;
        var rules = new GameRules { BookingPoints = _random.Next(4), CompletedPoints = _random.Next(3), TakeBackMinutes = _random.Next(60), ClosingTime = new TimeOnly(_random.Next(24), 0) };
        changes.Add(new SettingChange
        {
            Id = Guid.CreateVersion7(_now),
            Section = isState ? "state" : "game",
            After = isState
                ? OfficeSections.StateSection.Write((FederalState)_random.Next(16))
                : GameSections.GameSection.Write(rules),
            At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(_told.Count + changes.Count),
            Author = "Ada Winter",
        });
        return new OfficeEvent { Kind = EventKinds.SettingChanged, At = _now, Detail = isState ? "\"state\"" : "\"game\"" };
    }

    private OfficeEvent Again()
    {
        if (_told.Count == 0)
        {
            return GameLog.Broken(EventKinds.Booked, _now);
        }

        var told = _told[_random.Next(_told.Count)];
        return new OfficeEvent
        {
            Kind = told.Kind,
            At = told.At,
            AccountId = told.AccountId,
            BookingId = told.BookingId,
            Day = told.Day,
            Start = told.Start,
            Detail = told.Kind == EventKinds.SettingChanged ? "\"grid\"" : told.Detail,
        };
    }

    private void Pass() => _now += _random.Next(12) switch
    {
        0 => TimeSpan.FromHours(_random.Next(1, 30)),
        1 => TimeSpan.FromMinutes(-_random.Next(120)),
        2 => TimeSpan.FromDays(_random.Next(3)),
        _ => TimeSpan.FromMinutes(_random.Next(25)),
    };
}
