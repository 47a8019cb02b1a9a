using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Customers;

/// <summary>Brings up the customer an agent is typing: by phone number first, else by the whole name.</summary>
public sealed class CustomerLookup(Database database, OfficeClock clock)
{
    /// <summary>The customer known under this number or name, or null. An unreadable number is no error: the agent is still typing.</summary>
    public async Task<KnownCustomer?> FindAsync(string? phone, string? lastName, string? firstName, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        if (PhoneNumber.TryNormalize(phone, out var phoneKey) &&
            await ByKeyAsync(db, CustomerKey.Of(phoneKey, ""), cancellationToken) is { } byPhone)
        {
            return await KnownAsync(db, byPhone, cancellationToken);
        }

        if (string.IsNullOrWhiteSpace(lastName) || string.IsNullOrWhiteSpace(firstName))
        {
            return null;
        }

        var nameKey = CustomerName.Key(lastName, firstName);
        return await ByNameAsync(db, nameKey, cancellationToken) is { } byName ? await KnownAsync(db, byName, cancellationToken) : null;
    }

    private static async Task<Customer?> ByKeyAsync(SlotBookingDb db, string? key, CancellationToken cancellationToken) => await (
        from known in db.CustomerKeys.AsNoTracking()
        where known.Key == key
        join customer in db.Customers.AsNoTracking() on known.CustomerId equals customer.Id
        where customer.Appointments > 0
        select customer).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whoever had that name last, with or without a number.</summary>
    private static Task<Customer?> ByNameAsync(SlotBookingDb db, string nameKey, CancellationToken cancellationToken) => db.Customers.AsNoTracking()
        .Where(c => c.NameKey == nameKey && c.Appointments > 0 && c.ErasedAt == null && c.MergedInto == null)
        .OrderByDescending(c => c.LastSeen).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);

    private async Task<KnownCustomer> KnownAsync(SlotBookingDb db, Customer customer, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var open = await db.Bookings.AsNoTracking()
            .Where(b => b.CustomerId == customer.Id && b.Status == BookingStatus.Open && b.EndsAt > now)
            .OrderBy(b => b.StartsAt).FirstOrDefaultAsync(cancellationToken);
        return new KnownCustomer(
            customer.LastName,
            customer.FirstName,
            customer.Phone,
            customer.Email,
            customer.Completed,
            customer.NoShows,
            customer.Ghosts,
            customer.Cancelled,
            customer.Appointments,
            customer.Reliability,
            open is null ? null : BookingView.Of(open));
    }
}

/// <summary>A customer as the booking form shows it in one line.</summary>
/// <param name="LastName">As last written.</param>
/// <param name="FirstName">As last written.</param>
/// <param name="Phone">The last known number.</param>
/// <param name="Email">The last known address.</param>
/// <param name="Completed">Appointments the customer showed up to.</param>
/// <param name="NoShows">Confirmed, but stayed away.</param>
/// <param name="Ghosts">Stayed away without having confirmed.</param>
/// <param name="Cancelled">Called off.</param>
/// <param name="Appointments">All appointments.</param>
/// <param name="ReliabilityPercent">See <see cref="CustomerRules.Reliability"/>; null while nothing is decided.</param>
/// <param name="Open">The soonest open appointment, if there is one.</param>
public sealed record KnownCustomer(
    string LastName, string FirstName, string? Phone, string? Email,
    int Completed, int NoShows, int Ghosts, int Cancelled, int Appointments, int? ReliabilityPercent, BookingView? Open);
