using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Demo;

/// <summary>An agent of the demo office.</summary>
internal sealed record DemoAgent(Guid Id, string Name);

/// <summary>Invents the bookings of some weeks: 30 to 40 a day in the past, fewer the farther ahead; the next slots full, nearly full and free.</summary>
internal sealed class DemoBookings(Random random, OfficeSettings settings, OfficeClock clock, IReadOnlyList<DemoAgent> agents)
{
    private const int PerDayLeast = 30;
    private const int PerDayMost = 40;
    private const int SlotsOnAFullDay = 5;
    private readonly DemoCustomers _customers = new(random);
    private readonly DemoOutcomes _outcomes = new(random);
    private readonly DateTimeOffset _now = clock.Now;

    /// <summary>The bookings, by the time at which they were booked.</summary>
    /// <param name="capacity">The places of each slot in which somebody is ready.</param>
    public IReadOnlyList<Booking> In(IReadOnlyDictionary<Slot, int> capacity)
    {
        var upcoming = capacity.Keys.Where(slot => clock.At(slot.Day, slot.Start) > _now).Order().Take(3).ToList();
        var bookings = new List<Booking>();
        foreach (var day in capacity.Keys.Order().GroupBy(slot => slot.Day))
        {
            var slots = day.ToList();
            var wanted = WantedOn(day.Key) * slots.Count / SlotsOnAFullDay;
            foreach (var slot in slots)
            {
                var count = upcoming.IndexOf(slot) switch
                {
                    0 => capacity[slot],
                    1 => capacity[slot] - 1,
                    2 => capacity[slot] / 3,
                    _ => Math.Min(capacity[slot], Share(wanted, slots.Count)),
                };
                bookings.AddRange(Enumerable.Range(0, Math.Max(0, count)).Select(_ => Make(slot)));
            }
        }

        bookings.Sort((one, other) => one.BookedAt.CompareTo(other.BookedAt));
        return bookings;
    }

    private int WantedOn(DateOnly day)
    {
        var wanted = random.Next(PerDayLeast, PerDayMost + 1);
        var ahead = day.DayNumber - clock.Today.DayNumber;
        return ahead <= 0 ? wanted : (int)(wanted * Math.Max(0.1, 0.9 - (0.08 * ahead)));
    }

    private int Share(int wanted, int slots) => Math.Max(0, (wanted / slots) + random.Next(-2, 3));

    private Booking Make(Slot slot)
    {
        var range = settings.Grid.RangeOf(slot, clock);
        var bookedAt = BookedAt(slot);
        var agent = agents[random.Next(agents.Count)];
        var customer = _customers.Next();
        var isConfirmed = _outcomes.IsConfirmed() && range.Start < _now.AddDays(2);
        var isOver = range.End < _now;
        return new Booking
        {
            Id = Guid.CreateVersion7(bookedAt),
            Day = slot.Day,
            Start = slot.Start,
            StartsAt = range.Start,
            EndsAt = range.End,
            LastName = customer.LastName,
            FirstName = customer.FirstName,
            Phone = customer.Phone,
            PhoneKey = customer.PhoneKey,
            NameKey = CustomerName.Key(customer.LastName, customer.FirstName),
            Note = _customers.Note(),
            Potential = _customers.Potential(),
            Campaign = _customers.Campaign(),
            Status = isOver ? _outcomes.Of(slot, isConfirmed) : BookingStatus.Open,
            IsConfirmed = isConfirmed,
            AgentId = agent.Id,
            AgentName = agent.Name,
            BookedAt = bookedAt,
            BookedOn = clock.WallClock(bookedAt).Day,
            ChangedAt = isOver ? range.End : bookedAt,
        };
    }

    /// <summary>Up to a week before the appointment, on a working day between nine and six, and never in the future.</summary>
    private DateTimeOffset BookedAt(Slot slot)
    {
        var latest = slot.Day < clock.Today ? slot.Day : clock.Today;
        var day = latest.AddDays(-random.Next(0, 8));
        while (!WorkingDays.IsWorkingDay(day, settings.State))
        {
            day = day.AddDays(-1);
        }

        var at = clock.At(day, new TimeOnly(9, 0)).AddSeconds(random.Next(9 * 3600));
        var before = clock.At(slot.Day, slot.Start) < _now ? clock.At(slot.Day, slot.Start) : _now;
        return at < before ? at : before.AddSeconds(-random.Next(60, 3 * 3600));
    }
}
