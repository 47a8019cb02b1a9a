using SlotBooking.Core.Bookings;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Demo;

/// <summary>Invents the bookings of half a year: 30 to 40 a day in the past, fewer the farther ahead; the next slots full, nearly full and free.</summary>
internal sealed class DemoBookings(Random random, OfficeSettings settings, OfficeClock clock, DemoAgents agents, DemoOutcomes outcomes)
{
    private const int PerDayLeast = 31;
    private const int PerDayMost = 41;
    private const double DemandOfAFullDay = 5.05;
    private const int MovedOneIn = 25;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);
    private static readonly string[] Reasons = ["Kunde hat abgesagt", "Kein Interesse mehr", "Termin passt nicht mehr", "Hat sich anders entschieden"];
    private readonly DemoCustomers _customers = new(random);
    private readonly DemoIds _ids = new(random);
    private readonly DemoTimes _times = new(random, settings, clock);
    private readonly DateTimeOffset _now = clock.Now;

    /// <summary>The bookings, by the time at which they were booked.</summary>
    /// <param name="capacity">The places of each slot in which somebody is ready.</param>
    public IReadOnlyList<DemoCase> In(IReadOnlyDictionary<Slot, int> capacity)
    {
        var upcoming = capacity.Keys.Where(slot => clock.At(slot.Day, slot.Start) > _now).Order().Take(3).ToList();
        var cases = new List<DemoCase>();
        foreach (var day in capacity.Keys.Order().GroupBy(slot => slot.Day))
        {
            var wanted = WantedOn(day.Key);
            foreach (var slot in day)
            {
                var places = capacity[slot];
                var count = upcoming.IndexOf(slot) switch
                {
                    0 => places,
                    1 => places - 1,
                    2 => places / 3,
                    _ => Math.Min(places, Rounded(wanted * DemoRates.Demand(slot.Start) / DemandOfAFullDay)),
                };
                for (var free = places; count > 0; count--)
                {
                    var made = Make(slot, free - count);
                    free -= made.Booking.HoldsPlace ? made.Booking.Places : 0;
                    cases.Add(made);
                }
            }
        }

        cases.Sort((one, other) => one.Booking.BookedAt.CompareTo(other.Booking.BookedAt));
        return cases;
    }

    private double WantedOn(DateOnly day)
    {
        var wanted = random.Next(PerDayLeast, PerDayMost + 1);
        var ahead = day.DayNumber - clock.Today.DayNumber;
        return ahead <= 0 ? wanted : wanted * Math.Max(0.1, 0.9 - (0.08 * ahead));
    }

    private int Rounded(double count) => (int)(count + random.NextDouble());

    /// <param name="slot">Where it stands.</param>
    /// <param name="spare">Places that stay free when everybody else has one: an overhang needs one of them.</param>
    private DemoCase Make(Slot slot, int spare)
    {
        var range = settings.Grid.RangeOf(slot, clock);
        var bookedAt = _times.BookedAt(slot);
        var bookedOn = clock.WallClock(bookedAt).Day;
        var agent = agents.One(bookedOn);
        var customer = _customers.For(slot.Day);
        var isOver = range.End + Grace <= _now;
        var isConfirmed = outcomes.IsConfirmed(agent) && range.Start < _now.AddDays(2);
        var status = isOver ? outcomes.Of(slot, agent, isConfirmed) : BookingStatus.Open;
        status = status == BookingStatus.Overhang && spare < 1 ? BookingStatus.NoShow : status;
        var (bookedFor, movedAt) = _times.Moved(slot, bookedAt, random.Next(MovedOneIn) == 0);
        DateTimeOffset? confirmedAt = isConfirmed ? _times.Between(movedAt ?? bookedAt, range.Start) : null;
        var booking = new Booking
        {
            Id = _ids.Next(bookedAt),
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
            Status = status,
            Places = status == BookingStatus.Overhang ? 2 : 1,
            IsConfirmed = isConfirmed,
            AgentId = agent.Id,
            AgentName = agent.Name,
            BookedAt = bookedAt,
            BookedOn = bookedOn,
            ChangedAt = confirmedAt ?? movedAt ?? bookedAt,
        };
        Decide(booking);
        return new DemoCase(booking, bookedFor, movedAt, confirmedAt);
    }

    /// <summary>When and where the status came about: a cancellation on the phone, before the appointment; all else by marks in the calendar, after it.</summary>
    private void Decide(Booking booking)
    {
        if (booking.Status == BookingStatus.Open)
        {
            return;
        }

        if (booking.Status == BookingStatus.Cancelled)
        {
            booking.CancelReason = Reasons[random.Next(Reasons.Length)];
            booking.ChangedAt = _times.Between(booking.ChangedAt, booking.StartsAt);
            booking.DecidedFrom = OutcomeSource.Page;
        }
        else
        {
            booking.ChangedAt = _times.JudgedAt(booking.EndsAt + Grace);
            booking.DecidedFrom = random.Next(3) == 0 ? OutcomeSource.Job : OutcomeSource.Calendar;
        }

        booking.DecidedAt = booking.ChangedAt;
    }
}
