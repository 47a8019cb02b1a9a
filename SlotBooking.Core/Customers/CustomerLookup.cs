using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Customers;

/// <summary>Brings up the customer an agent is typing: by phone number first, else by the whole name.</summary>
public sealed class CustomerLookup(Database database, OfficeClock clock)
{
    private const int Most = 100;

    /// <summary>The customer known under this number or name, or null. An unreadable number is no error: the agent is still typing.</summary>
    public async Task<KnownCustomer?> FindAsync(string? phone, string? lastName, string? firstName, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        if (PhoneNumber.TryNormalize(phone, out var phoneKey) &&
            await ReadAsync(db.Bookings.Where(b => b.PhoneKey == phoneKey), cancellationToken) is { } byPhone)
        {
            return byPhone;
        }

        if (string.IsNullOrWhiteSpace(lastName) || string.IsNullOrWhiteSpace(firstName))
        {
            return null;
        }

        var nameKey = CustomerName.Key(lastName, firstName);
        return await ReadAsync(db.Bookings.Where(b => b.NameKey == nameKey), cancellationToken);
    }

    private async Task<KnownCustomer?> ReadAsync(IQueryable<Booking> bookings, CancellationToken cancellationToken)
    {
        var known = await bookings.AsNoTracking().OrderByDescending(b => b.BookedAt).Take(Most).ToListAsync(cancellationToken);
        if (known.Count == 0)
        {
            return null;
        }

        var now = clock.Now;
        return new KnownCustomer(
            known[0].LastName,
            known[0].FirstName,
            known.Select(b => b.Phone).FirstOrDefault(p => p is not null),
            known.Select(b => b.Email).FirstOrDefault(e => e is not null),
            known.Count(b => b.Status == BookingStatus.Completed),
            known.Count(b => b.Status is BookingStatus.NoShow or BookingStatus.Ghost),
            known.Count(b => b.Status == BookingStatus.Cancelled),
            known.Count,
            known.Where(b => b.Status == BookingStatus.Open && b.EndsAt > now).OrderBy(b => b.StartsAt).Select(BookingView.Of).FirstOrDefault());
    }
}

/// <summary>A customer as the booking form shows it in one line.</summary>
/// <param name="LastName">As last written.</param>
/// <param name="FirstName">As last written.</param>
/// <param name="Phone">The last known number.</param>
/// <param name="Email">The last known address.</param>
/// <param name="Completed">Appointments the customer showed up to.</param>
/// <param name="Missed">No-shows and ghosts.</param>
/// <param name="Cancelled">Called off.</param>
/// <param name="Appointments">All appointments, at most the last hundred.</param>
/// <param name="Open">The soonest open appointment, if there is one.</param>
public sealed record KnownCustomer(
    string LastName, string FirstName, string? Phone, string? Email, int Completed, int Missed, int Cancelled, int Appointments, BookingView? Open)
{
    /// <summary>Completed of completed and missed, in whole percent; null while nothing is decided.</summary>
    public int? ReliabilityPercent => Completed + Missed == 0
        ? null
        : (int)Math.Round(100.0 * Completed / (Completed + Missed), MidpointRounding.AwayFromZero);
}
