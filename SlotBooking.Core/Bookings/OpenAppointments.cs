using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>The open future appointments of the customers that a batch wants to book, for the warning about duplicates.</summary>
internal sealed class OpenAppointments(List<Booking> open)
{
    /// <summary>Reads those with the same phone number or the same name as one of the customers.</summary>
    public static async Task<OpenAppointments> ReadAsync(
        SlotBookingDb db, IEnumerable<Book> books, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var customers = books.Where(b => !b.DespiteDuplicate).Select(b => CheckedCustomer.From(b.Customer).Customer).OfType<CheckedCustomer>().ToArray();
        if (customers.Length == 0)
        {
            return new OpenAppointments([]);
        }

        var names = customers.Select(c => c.NameKey).Distinct().ToArray();
        var phones = customers.Select(c => c.PhoneKey).OfType<string>().Distinct().ToArray();
        var open = await db.Bookings.AsNoTracking()
            .Where(b => names.Contains(b.NameKey) && b.Status == BookingStatus.Open && b.EndsAt > now)
            .ToListAsync(cancellationToken);
        if (phones.Length > 0)
        {
            open.AddRange(await db.Bookings.AsNoTracking()
                .Where(b => phones.Contains(b.PhoneKey!) && b.Status == BookingStatus.Open && b.EndsAt > now)
                .ToListAsync(cancellationToken));
        }

        return new OpenAppointments(open);
    }

    /// <summary>The customer's soonest open appointment, or null.</summary>
    public Booking? Of(CheckedCustomer customer) => open
        .Where(b => b.NameKey == customer.NameKey || (customer.PhoneKey is not null && b.PhoneKey == customer.PhoneKey))
        .MinBy(b => b.StartsAt);

    /// <summary>Remembers what this batch has booked.</summary>
    public void Add(Booking booking) => open.Add(booking);

    /// <summary>Forgets what this batch has called off.</summary>
    public void Remove(Booking booking) => open.RemoveAll(b => b.Id == booking.Id);
}
