using SlotBooking.Core.Bookings;
using SlotBooking.Core.Time;

namespace SlotBooking.Tests.CalendarSync;

/// <summary>A booking of Max Muster, by Anna.</summary>
internal static class ABooking
{
    public static Booking On(OfficeClock clock, int daysAhead, int hour)
    {
        var (day, start) = (clock.Today.AddDays(daysAhead), new TimeOnly(hour, 0));
        var startsAt = clock.At(day, start);
        return new Booking
        {
            Id = Guid.CreateVersion7(clock.Now),
            Day = day,
            Start = start,
            StartsAt = startsAt,
            EndsAt = startsAt.AddHours(2),
            LastName = "Muster",
            FirstName = "Max",
            NameKey = "muster max",
            Note = "Ruft lieber abends zurück.",
            Potential = Potential.Top,
            AgentId = Guid.CreateVersion7(clock.Now),
            AgentName = "anna",
            BookedAt = clock.Now,
            BookedOn = clock.Today,
            ChangedAt = clock.Now,
        };
    }
}
