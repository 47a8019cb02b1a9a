using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Demo;

/// <summary>Invents when things happened to a booking: in the hours of the office, one after the other, and never in the future.</summary>
internal sealed class DemoTimes(Random random, OfficeSettings settings, OfficeClock clock)
{
    private const int Opens = 9;
    private const int Closes = 18;
    private const int LongestLead = 8;
    private const int Tries = 8;
    private readonly DateTimeOffset _now = clock.Now;

    /// <summary>Up to a week before the appointment, on a working day between nine and six.</summary>
    public DateTimeOffset BookedAt(Slot slot)
    {
        var starts = clock.At(slot.Day, slot.Start);
        var day = WorkingDayUntil((slot.Day < clock.Today ? slot.Day : clock.Today).AddDays(-random.Next(0, LongestLead)));
        var at = InTheHoursOf(day);
        if (at >= starts)
        {
            at = InTheHoursOf(WorkingDayUntil(day.AddDays(-1)));
        }

        return at < _now ? at : _now.AddSeconds(-random.Next(60, 3 * 3600));
    }

    /// <summary>Where a booking was before it was moved, and when that was; the slot itself when it was not or could not be.</summary>
    public (Slot BookedFor, DateTimeOffset? MovedAt) Moved(Slot slot, DateTimeOffset bookedAt, bool isWanted)
    {
        var other = settings.Grid.SlotsOn(slot.Day).FirstOrDefault(s => isWanted && s != slot && clock.At(s.Day, s.Start) > bookedAt.AddHours(1), slot);
        if (other == slot)
        {
            return (slot, null);
        }

        var first = other.Start < slot.Start ? other : slot;
        return (other, Between(bookedAt, clock.At(first.Day, first.Start)));
    }

    /// <summary>Some time after the one and before the other, in the hours of the office if there are any.</summary>
    public DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to)
    {
        var span = ((to < _now ? to : _now) - from).TotalSeconds;
        var at = from;
        for (var n = 0; n < Tries; n++)
        {
            at = from.AddSeconds(span * random.NextDouble());
            if (clock.WallClock(at).Time is { Hour: >= Opens and < Closes })
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>When somebody marked the appointment in the calendar, or the evening's check found the mark: within some hours of when it could be judged.</summary>
    public DateTimeOffset JudgedAt(DateTimeOffset due)
    {
        var at = due.AddMinutes(random.Next(0, 180));
        return at < _now ? at : _now;
    }

    private DateTimeOffset InTheHoursOf(DateOnly day) => clock.At(day, new TimeOnly(Opens, 0)).AddSeconds(random.Next((Closes - Opens) * 3600));

    private DateOnly WorkingDayUntil(DateOnly day)
    {
        while (!WorkingDays.IsWorkingDay(day, settings.State))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
