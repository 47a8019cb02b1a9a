namespace SlotBooking.Core.Customers;

/// <summary>What follows from a customer's counts.</summary>
public static class CustomerRules
{
    private const int LoyalFrom = 80;
    private const int PromisingFrom = 40;
    private const int FewAppointments = 2;

    /// <summary>Showed up of all decided appointments, in whole percent; null while nothing is decided.</summary>
    /// <remarks>Decided is what was to take place and did or did not: showed up, no-show, ghost. Who calls off in time is not unreliable.</remarks>
    public static int? Reliability(int completed, int noShows, int ghosts)
    {
        var decided = completed + noShows + ghosts;
        return decided == 0 ? null : (int)Math.Round(100.0 * completed / decided, MidpointRounding.AwayFromZero);
    }

    /// <summary>From three times of staying away on high, from one on medium. A ghost stayed away as well.</summary>
    public static CustomerRisk RiskOf(int noShows, int ghosts) => (noShows + ghosts) switch
    {
        >= 3 => CustomerRisk.High,
        >= 1 => CustomerRisk.Medium,
        _ => CustomerRisk.Low,
    };

    /// <summary>The lists a customer stands in; none without appointments.</summary>
    public static IEnumerable<CustomerList> ListsOf(Customer customer)
    {
        if (customer.Appointments == 0)
        {
            yield break;
        }

        yield return CustomerList.All;
        if (customer.Risk == CustomerRisk.High)
        {
            yield return CustomerList.HighRisk;
        }

        if (customer.Appointments <= FewAppointments)
        {
            yield return CustomerList.New;
        }
        else if (customer.Reliability >= LoyalFrom)
        {
            yield return CustomerList.Loyal;
        }

        if (customer.Reliability is >= PromisingFrom and < LoyalFrom)
        {
            yield return CustomerList.Promising;
        }
    }
}
