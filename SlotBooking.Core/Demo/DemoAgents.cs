namespace SlotBooking.Core.Demo;

/// <summary>An agent of the demo office.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As it stands in the calendar's „Booked by“ line.</param>
/// <param name="Share">How much of the team's bookings are this agent's.</param>
/// <param name="Confirming">How many of the customers confirm, between 0 and 1.</param>
/// <param name="Strength">How many more or fewer of them show up than of others; 1 is the team's average.</param>
internal sealed record DemoAgent(Guid Id, string Name, double Share, double Confirming, double Strength);

/// <summary>The agents, who differ, and who are away now and then.</summary>
internal sealed class DemoAgents
{
    /// <summary>How many customers of the whole team confirm: it makes the two rates add up to the rate of all.</summary>
    private const double Confirming = (DemoRates.Overall - DemoRates.Unconfirmed) / (DemoRates.Confirmed - DemoRates.Unconfirmed);

    private const double DayOff = 0.05;
    private const int DaysBetweenHolidays = 90;
    private const int HolidayLength = 7;
    private const int DaysBetweenTwo = 13;

    private static readonly (double Share, double Confirming, double Strength)[] Kinds =
        [(1.35, 1.22, 1.08), (1.20, 1.10, 1.05), (1.10, 1.05, 1.00), (1.00, 1.00, 1.02), (0.90, 0.95, 0.98), (0.80, 0.75, 0.90), (0.65, 0.65, 0.84)];

    private readonly IReadOnlyList<DemoAgent> _agents;
    private readonly Random _random;
    private readonly Dictionary<DateOnly, DemoAgent[]> _present = [];

    /// <summary>Gives the people their strengths, in the order in which they are named.</summary>
    public DemoAgents(Random random, IReadOnlyList<(Guid Id, string Name)> people)
    {
        _random = random;
        var kinds = people.Select((_, index) => Kinds[index % Kinds.Length]).ToList();
        var all = kinds.Sum(kind => kind.Share);
        var confirming = kinds.Sum(kind => kind.Share * kind.Confirming) / all;
        var strength = kinds.Sum(kind => kind.Share * kind.Strength) / all;
        _agents =
        [
            .. people.Zip(kinds, (person, kind) =>
                new DemoAgent(person.Id, person.Name, kind.Share, kind.Confirming / confirming * Confirming, kind.Strength / strength)),
        ];
    }

    /// <summary>Who took the phone on this day.</summary>
    public DemoAgent One(DateOnly day)
    {
        var present = Present(day);
        var luck = _random.NextDouble() * present.Sum(agent => agent.Share);
        return present.FirstOrDefault(agent => (luck -= agent.Share) < 0) ?? present[^1];
    }

    private DemoAgent[] Present(DateOnly day)
    {
        if (!_present.TryGetValue(day, out var present))
        {
            present = [.. _agents.Where((_, index) => !IsOnHoliday(day, index) && _random.NextDouble() >= DayOff)];
            _present[day] = present = present.Length > 0 ? present : [.. _agents];
        }

        return present;
    }

    private static bool IsOnHoliday(DateOnly day, int index) =>
        (day.DayNumber + (index * DaysBetweenTwo)) % DaysBetweenHolidays < HolidayLength;
}
