using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>The open future appointments of the customers that a batch wants to book, for the warning about duplicates.</summary>
internal sealed class OpenAppointments(List<Booking> open)
{
    /// <summary>Asks for the ids of those with the same phone number or the same name as one of the customers.</summary>
    public static List<Guid> Ask(RoundTrip trip, IEnumerable<Book> books, DateTimeOffset now)
    {
        var customers = books.Where(b => !b.DespiteDuplicate).Select(b => CheckedCustomer.From(b.Customer).Customer).OfType<CheckedCustomer>().ToArray();
        var names = trip.Each(customers.Select(c => c.NameKey).ToHashSet(StringComparer.Ordinal));
        var phones = trip.Each(customers.Select(c => c.PhoneKey).OfType<string>().ToHashSet(StringComparer.Ordinal));
        var stands = $"""b."Status" = '{nameof(BookingStatus.Open)}' AND b."EndsAt" > {trip.Value(now)}""";
        return trip.Ask(
            $"""
            SELECT b."Id" FROM {trip.Find(names, "bookings", "b", $"b.\"NameKey\" = wanted.value AND {stands}")}
            UNION
            SELECT b."Id" FROM {trip.Find(phones, "bookings", "b", $"b.\"PhoneKey\" = wanted.value AND {stands}")}
            """,
            reader => reader.GetGuid(0));
    }

    /// <summary>Reads the appointments themselves; mostly there are none.</summary>
    public static async Task<OpenAppointments> ReadAsync(SlotBookingDb db, List<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(ids.Count == 0
            ? []
            : await db.Bookings.AsNoTracking()
                .Where(b => ids.Contains(b.Id) && b.Status == BookingStatus.Open && b.EndsAt > now).ToListAsync(cancellationToken));

    /// <summary>The customer's soonest open appointment, or null.</summary>
    public Booking? Of(CheckedCustomer customer) => open
        .Where(b => b.NameKey == customer.NameKey || (customer.PhoneKey is not null && b.PhoneKey == customer.PhoneKey))
        .MinBy(b => b.StartsAt);

    /// <summary>Remembers what this batch has booked.</summary>
    public void Add(Booking booking) => open.Add(booking);

    /// <summary>Forgets what this batch has called off.</summary>
    public void Remove(Booking booking) => open.RemoveAll(b => b.Id == booking.Id);
}
