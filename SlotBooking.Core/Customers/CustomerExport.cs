using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Customers;

/// <summary>Hands out all that is kept about one customer. Admins only; that it was done is logged, without who the customer is.</summary>
public sealed class CustomerExport(Database database, OfficeClock clock)
{
    /// <summary>Everything about the customer, or null when there is none or the account may not.</summary>
    public Task<ExportedCustomer?> ReadAsync(Guid customerId, Actor author, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken) ||
                await db.Customers.AsNoTracking().SingleOrDefaultAsync(
                    c => c.Id == customerId && c.ErasedAt == null && c.MergedInto == null, cancellationToken) is not { } customer)
            {
                return null;
            }

            var family = await CustomerTree.WithMergedAsync(db, customerId, cancellationToken);
            var keys = await db.CustomerKeys.AsNoTracking().Where(k => k.CustomerId == customerId).Select(k => k.Key).ToListAsync(cancellationToken);
            var bookings = await db.Bookings.AsNoTracking().Where(b => b.CustomerId == customerId).OrderBy(b => b.StartsAt)
                .Select(b => new ExportedAppointment(
                    b.Id, b.Day, b.Start, b.LastName, b.FirstName, b.Phone, b.Email, b.Note, b.Campaign, b.Potential.ToString(), b.Status.ToString(),
                    b.IsConfirmed, b.CancelReason, b.CallBackNote, b.CallBackOn, b.AgentName, b.BookedAt, b.ChangedAt))
                .ToListAsync(cancellationToken);
            var notes = await db.CustomerNotes.AsNoTracking().Where(n => family.Contains(n.CustomerId)).OrderBy(n => n.At)
                .Select(n => new ExportedNote(n.At, n.Author, n.Text)).ToListAsync(cancellationToken);
            db.Events.Add(CustomerEvents.About(EventKinds.CustomerExported, customerId, clock.Now, author));
            return new ExportedCustomer(
                customer.Id, customer.LastName, customer.FirstName, customer.Phone, customer.Email, [.. keys.Select(key => key[2..])], customer.FirstSeen,
                customer.LastSeen, customer.Appointments, customer.Completed, customer.NoShows, customer.Ghosts, customer.Cancelled, customer.Reliability,
                customer.Risk.ToString(), clock.Now, bookings, notes);
        },
        cancellationToken);
}

/// <summary>All that is kept about a customer, as it is handed out.</summary>
public sealed record ExportedCustomer(
    Guid Id, string LastName, string FirstName, string? Phone, string? Email, IReadOnlyList<string> RecognisedBy, DateOnly? FirstSeen, DateOnly? LastSeen,
    int Appointments, int Completed, int NoShows, int Ghosts, int Cancelled, int? ReliabilityPercent, string Risk, DateTimeOffset ExportedAt,
    IReadOnlyList<ExportedAppointment> AllAppointments, IReadOnlyList<ExportedNote> Notes);

/// <summary>An appointment as it is handed out.</summary>
public sealed record ExportedAppointment(
    Guid Id, DateOnly Day, TimeOnly Start, string LastName, string FirstName, string? Phone, string? Email, string? Note, string? Campaign, string Potential,
    string Status, bool IsConfirmed, string? CancelReason, string? CallBackNote, DateOnly? CallBackOn, string BookedBy, DateTimeOffset BookedAt, DateTimeOffset ChangedAt);

/// <summary>A note as it is handed out.</summary>
public sealed record ExportedNote(DateTimeOffset At, string Author, string Text);
