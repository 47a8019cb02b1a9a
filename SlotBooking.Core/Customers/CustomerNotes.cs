using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Customers;

/// <summary>Notes about customers: whoever works here may add one, and take back one's own.</summary>
public sealed class CustomerNotes(Database database, OfficeClock clock)
{
    /// <summary>Adds a note.</summary>
    public Task<CustomerAnswer> AddAsync(Guid customerId, string? text, Actor author, CancellationToken cancellationToken)
    {
        var (note, errors) = CheckedCustomer.NoteText(text);
        if (note is null || errors.Count > 0)
        {
            return Task.FromResult<CustomerAnswer>(new CustomerAnswer.Denied(errors is [var first, ..] ? DenialOf(first) : CustomerDenial.NoText));
        }

        return database.WriteAsync<CustomerAnswer>(
            async db =>
            {
                if (author.AccountId is not { } account || !await AccountRights.HasAnyAsync(db, author, [.. Roles.All], cancellationToken))
                {
                    return new CustomerAnswer.Denied(CustomerDenial.NotAllowed);
                }

                // With an erasure going on, the note comes after it, and finds nobody.
                await new CustomerRegister(db, clock.Now).TakeTurnAsync(cancellationToken);
                if (!await db.Customers.AnyAsync(c => c.Id == customerId && c.ErasedAt == null, cancellationToken))
                {
                    return new CustomerAnswer.Denied(CustomerDenial.NotFound);
                }

                db.CustomerNotes.Add(new CustomerNote
                {
                    Id = Guid.CreateVersion7(clock.Now),
                    CustomerId = customerId,
                    Text = note,
                    At = clock.Now,
                    AuthorId = account,
                    Author = author.Name,
                });
                db.Events.Add(CustomerEvents.Changed([customerId], clock.Now, author));
                return new CustomerAnswer.Done(customerId);
            },
            cancellationToken);
    }

    /// <summary>Deletes a note of one's own.</summary>
    public Task<CustomerAnswer> DeleteAsync(Guid noteId, Actor author, CancellationToken cancellationToken) => database.WriteAsync<CustomerAnswer>(
        async db =>
        {
            if (await db.CustomerNotes.SingleOrDefaultAsync(n => n.Id == noteId, cancellationToken) is not { } note)
            {
                return new CustomerAnswer.Denied(CustomerDenial.NotFound);
            }

            if (author.AccountId != note.AuthorId || !await AccountRights.HasAnyAsync(db, author, [.. Roles.All], cancellationToken))
            {
                return new CustomerAnswer.Denied(CustomerDenial.NotAllowed);
            }

            db.CustomerNotes.Remove(note);
            db.Events.Add(CustomerEvents.Changed([note.CustomerId], clock.Now, author));
            return new CustomerAnswer.Done(note.CustomerId);
        },
        cancellationToken);

    private static CustomerDenial DenialOf(FieldError error) => error.Problem switch
    {
        FieldProblem.TooLong => CustomerDenial.TextTooLong,
        _ => CustomerDenial.TextUnreadable,
    };
}
