using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Customers;

/// <summary>Erases a customer's personal data. What was counted stays counted. Admins only.</summary>
/// <remarks>
/// One transaction, all or nothing. Whoever books the customer at the same time comes before it, and is refused as an open appointment,
/// or after it, and makes a new customer. The slots are locked as by the desk, so nothing is noted or taken back halfway through.
/// </remarks>
public sealed class CustomerErasure(Database database, SettingsStore settings, OfficeClock clock)
{
    /// <summary>Erases the customer when the surname typed is the customer's.</summary>
    public Task<CustomerAnswer> EraseAsync(Guid customerId, string? surname, Actor author, CancellationToken cancellationToken) => database.WriteAsync<CustomerAnswer>(
        async db =>
        {
            if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
            {
                return new CustomerAnswer.Denied(CustomerDenial.NotAllowed);
            }

            var register = new CustomerRegister(db, clock.Now);
            await register.TakeTurnAsync(cancellationToken);
            if (await db.Customers.AsTracking().SingleOrDefaultAsync(
                c => c.Id == customerId && c.ErasedAt == null && c.MergedInto == null, cancellationToken) is not { } customer)
            {
                return new CustomerAnswer.Denied(CustomerDenial.NotFound);
            }

            if (CustomerName.Key(surname, null) is not { Length: > 0 } typed || typed != CustomerName.Key(customer.LastName, null))
            {
                return new CustomerAnswer.Denied(CustomerDenial.OtherSurname);
            }

            var bookings = await BookingsAsync(db, register, customerId, cancellationToken);
            var now = clock.Now;
            if (bookings.Where(b => b.Status == BookingStatus.Open && b.EndsAt > now).MinBy(b => b.StartsAt) is { } open)
            {
                return new CustomerAnswer.Denied(CustomerDenial.OpenAppointment, BookingView.Of(open));
            }

            foreach (var booking in bookings)
            {
                Clear(booking);
                db.Events.Add(new OfficeEvent
                {
                    Kind = EventKinds.Anonymised,
                    At = now,
                    AccountId = author.AccountId,
                    BookingId = booking.Id,
                    Day = booking.Day,
                    Start = booking.Start,
                });
            }

            var erased = bookings.Select(b => b.Id).ToArray();
            await db.Commands.Where(c => erased.Contains(c.BookingId) && c.Before != null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Before, (string?)null), cancellationToken); // replaced notes and reasons
            await ErasedEvents.ClearMirrorAsync(db, bookings, (await settings.ReadAsync(db, cancellationToken)).Outcomes.Words, cancellationToken);
            await ClearProfilesAsync(db, customerId, cancellationToken);
            db.Events.Add(CustomerEvents.About(EventKinds.CustomerErased, customerId, now, author));
            return new CustomerAnswer.Done(customerId);
        },
        cancellationToken);

    /// <summary>All appointments, also those that the book has not seen yet, with their slots locked.</summary>
    private static async Task<List<Booking>> BookingsAsync(SlotBookingDb db, CustomerRegister register, Guid customerId, CancellationToken cancellationToken)
    {
        var keys = await db.CustomerKeys.AsNoTracking().Where(k => k.CustomerId == customerId).Select(k => k.Key).ToListAsync(cancellationToken);
        var phones = keys.Select(CustomerKey.PhoneOf).OfType<string>().ToArray();
        var names = keys.Where(k => CustomerKey.PhoneOf(k) is null).Select(k => k[2..]).ToArray();
        var standing = await db.Bookings.AsNoTracking()
            .Where(b => phones.Contains(b.PhoneKey) || (b.PhoneKey == null && names.Contains(b.NameKey)))
            .Select(b => new { b.Day, b.Start }).ToListAsync(cancellationToken);
        if (standing.Count > 0 && !db.Database.IsSqlite())
        {
            var trip = new RoundTrip(db);
            new SlotRows(trip, [.. standing.Select(b => new Slot(b.Day, b.Start)).Distinct()]).Lock();
            await trip.SendAsync(cancellationToken);
        }

        await register.PointAsync(
            db.Bookings.Where(b => b.CustomerId == null && (phones.Contains(b.PhoneKey) || (b.PhoneKey == null && names.Contains(b.NameKey)))), cancellationToken);
        return await db.Bookings.AsTracking().Where(b => b.CustomerId == customerId).ToListAsync(cancellationToken);
    }

    /// <summary>Day, outcome, agent, potential and campaign stay: they are counted, and name nobody.</summary>
    private void Clear(Booking booking)
    {
        (booking.LastName, booking.FirstName, booking.NameKey) = (Customer.ErasedLastName, Customer.ErasedFirstName, "");
        (booking.Phone, booking.PhoneKey, booking.Email, booking.Note) = (null, null, null, null);
        (booking.CallBackNote, booking.CallBackOn) = (null, null);
        booking.CancelReason = booking.CancelReason is null ? null : Customer.ErasedLastName;
        (booking.LastCommandId, booking.ChangedAt) = (null, clock.Now);
    }

    private async Task ClearProfilesAsync(SlotBookingDb db, Guid customerId, CancellationToken cancellationToken)
    {
        var family = await CustomerTree.WithMergedAsync(db, customerId, cancellationToken);
        var phones = (await db.CustomerKeys.AsNoTracking().Where(k => k.CustomerId == customerId).Select(k => k.Key).ToListAsync(cancellationToken))
            .Select(CustomerKey.PhoneOf).OfType<string>();
        var ends = phones.SelectMany(CustomerDigits.EndsOf).Distinct(StringComparer.Ordinal).ToArray();
        await db.CustomerDigits.Where(d => ends.Contains(d.Digits) && family.Contains(d.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        await db.CustomerWords.Where(w => family.Contains(w.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        await db.CustomerNotes.Where(n => family.Contains(n.CustomerId)).ExecuteDeleteAsync(cancellationToken);
        await db.CustomerKeys.Where(k => k.CustomerId == customerId).ExecuteDeleteAsync(cancellationToken);
        foreach (var profile in await db.Customers.AsTracking().Where(c => family.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            (profile.LastName, profile.FirstName, profile.NameKey) = (Customer.ErasedLastName, Customer.ErasedFirstName, "");
            (profile.Phone, profile.PhoneKey, profile.Email, profile.ErasedAt) = (null, null, null, clock.Now);
        }
    }
}
