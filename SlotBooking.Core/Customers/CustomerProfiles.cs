using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Customers;

/// <summary>Reads a customer's profile: figures, appointments, notes, merges.</summary>
public sealed class CustomerProfiles(Database database)
{
    /// <summary>How many appointments are read at once.</summary>
    public const int PageSize = 50;

    /// <summary>The profile; that of the one it was merged into, if it was; null when there is none or it was erased.</summary>
    public async Task<CustomerProfile?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var root = (await CustomerTree.RootsAsync(db, [id], cancellationToken))[id];
        if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == root && c.ErasedAt == null, cancellationToken) is not { } customer)
        {
            return null;
        }

        var family = await CustomerTree.WithMergedAsync(db, root, cancellationToken);
        var notes = await db.CustomerNotes.AsNoTracking().Where(n => family.Contains(n.CustomerId))
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(PageSize).ToListAsync(cancellationToken);
        var merges = await (
            from merge in db.CustomerMerges.AsNoTracking()
            where merge.IntoId == root && merge.UndoneAt == null
            join other in db.Customers on merge.FromId equals other.Id
            orderby merge.At descending
            select new CustomerMergeLine(merge.Id, other.LastName + ", " + other.FirstName, other.Phone, merge.At, merge.Author))
            .Take(PageSize).ToListAsync(cancellationToken);
        return new CustomerProfile(customer, await AppointmentsAsync(db, root, null, cancellationToken), notes, merges);
    }

    /// <summary>Older appointments than the one given, newest first.</summary>
    public async Task<IReadOnlyList<BookingView>> OlderAsync(Guid id, BookingView than, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await AppointmentsAsync(db, id, than, cancellationToken);
    }

    private static async Task<IReadOnlyList<BookingView>> AppointmentsAsync(SlotBookingDb db, Guid id, BookingView? than, CancellationToken cancellationToken)
    {
        var bookings = db.Bookings.AsNoTracking().Where(b => b.CustomerId == id);
        if (than is not null)
        {
            var (at, last) = (than.StartsAt, than.Id);
            bookings = bookings.Where(b => b.StartsAt < at || (b.StartsAt == at && b.Id.CompareTo(last) < 0));
        }

        var page = await bookings.OrderByDescending(b => b.StartsAt).ThenByDescending(b => b.Id).Take(PageSize).ToListAsync(cancellationToken);
        return [.. page.Select(BookingView.Of)];
    }
}

/// <summary>What a profile shows.</summary>
/// <param name="Customer">Name, number and figures.</param>
/// <param name="Appointments">The newest, at most <see cref="CustomerProfiles.PageSize"/>.</param>
/// <param name="Notes">Newest first.</param>
/// <param name="Merges">What went into this profile and can be taken out again, newest first.</param>
public sealed record CustomerProfile(
    Customer Customer, IReadOnlyList<BookingView> Appointments, IReadOnlyList<CustomerNote> Notes, IReadOnlyList<CustomerMergeLine> Merges);

/// <summary>A merge that stands.</summary>
public sealed record CustomerMergeLine(Guid Id, string Name, string? Phone, DateTimeOffset At, string Author);
