using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Customers;

/// <summary>Keeps the profiles up to date: a reader of the event log, behind the bookings and never in their way.</summary>
/// <remarks>
/// Profiles and cursor are one transaction. What was booked before this reader first ran, or was written without an event, has no customer yet
/// and is found by that, a page at a time: it may be stopped and goes on where it was. Any number may run in any number of processes.
/// </remarks>
public sealed partial class CustomerBook(Database database, OfficeClock clock, ILogger<CustomerBook> logger)
{
    /// <summary>The reader's name in the log.</summary>
    public const string Reader = "customers";

    private const int EventsAtOnce = 500;
    private const int KeysAtOnce = 400;

    /// <summary>SQLite has one writer at a time: bookings wait for a page, so it is small there.</summary>
    private const int KeysAtOnceAlone = 100;

    /// <summary>After so many profiles what the database knows of its tables no longer fits.</summary>
    private const int Many = 10_000;

    private int PageSize => database.IsSqlite ? KeysAtOnceAlone : KeysAtOnce;

    /// <summary>Whether the event may change a profile.</summary>
    public static bool Concerns(OfficeEvent told) => told.BookingId is not null;

    /// <summary>Takes in all that the log tells and, when asked, whatever has no customer yet.</summary>
    public async Task RunAsync(bool alsoUnseen, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        while (await HasNewAsync(cancellationToken) && await database.WriteAsync(db => ReadOnAsync(db, cancellationToken), cancellationToken) == EventsAtOnce)
        {
            // There may be more.
        }

        if (alsoUnseen && await UnseenAsync(cancellationToken) is { Length: > 0 } unseen)
        {
            LogEntered(unseen.Length < KeysAtOnce
                ? await EnterAsync(db => db.Bookings.Where(b => unseen.Contains(b.Id)), cancellationToken)
                : await EnterAllAsync(onlyUnseen: true, cancellationToken));
        }
    }

    /// <summary>Works everything out anew, as after a change of the rules; answers how many profiles were different.</summary>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        await RunAsync(alsoUnseen: false, cancellationToken);
        return await EnterAllAsync(onlyUnseen: false, cancellationToken);
    }

    /// <summary>The first time, the reader starts at the log's end: what happened before is found by having no customer.</summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            if (await db.Cursors.AnyAsync(c => c.Reader == Reader, cancellationToken))
            {
                return;
            }
        }

        await database.WriteAsync(
            async db =>
            {
                await new CustomerRegister(db, clock.Now).TakeTurnAsync(cancellationToken);
                if (!await db.Cursors.AnyAsync(c => c.Reader == Reader, cancellationToken))
                {
                    db.Cursors.Add(await EventLog.EndAsync(db, Reader, cancellationToken));
                }
            },
            cancellationToken);
    }

    private async Task<bool> HasNewAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var cursor = await db.Cursors.AsNoTracking().SingleAsync(c => c.Reader == Reader, cancellationToken);
        return (await EventLog.ReadAfterAsync(db, cursor, 1, cancellationToken)).Count > 0;
    }

    private async Task<int> ReadOnAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var register = new CustomerRegister(db, clock.Now);
        await register.TakeTurnAsync(cancellationToken);
        var cursor = await EventLog.TakeCursorAsync(db, Reader, cancellationToken);
        var events = await EventLog.ReadAfterAsync(db, cursor, EventsAtOnce, cancellationToken);
        var ids = events.Where(Concerns).Select(e => e.BookingId!.Value).Distinct().ToArray();
        if (ids.Length > 0)
        {
            Tell(db, await register.EnterAsync(db.Bookings.Where(b => ids.Contains(b.Id)), cancellationToken));
        }

        if (events.Count > 0)
        {
            cursor.MoveTo(events[^1]);
        }

        return events.Count;
    }

    private async Task<Guid[]> UnseenAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Bookings.Where(b => b.CustomerId == null && b.NameKey != "")
            .OrderBy(b => b.CustomerId) // any will do; this order is the index's own
            .Select(b => b.Id).Take(KeysAtOnce).ToArrayAsync(cancellationToken);
    }

    /// <summary>All bookings, a page of customers at a time, so that each profile is counted once: first those with a number, then those without.</summary>
    private async Task<int> EnterAllAsync(bool onlyUnseen, CancellationToken cancellationToken)
    {
        var changed = 0;
        for (var after = ""; await PhonesAsync(after, cancellationToken) is { Length: > 0 } phones; after = phones[^1])
        {
            changed += await EnterPageAsync(db => db.Bookings.Where(b => phones.Contains(b.PhoneKey)), onlyUnseen, cancellationToken);
        }

        for (var after = ""; await NamesAsync(after, cancellationToken) is { Length: > 0 } names; after = names[^1])
        {
            changed += await EnterPageAsync(db => db.Bookings.Where(b => b.PhoneKey == null && names.Contains(b.NameKey)), onlyUnseen, cancellationToken);
        }

        if (changed >= Many && !database.IsSqlite)
        {
            await using var db = await database.ReadAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("ANALYZE bookings, customers, customer_keys, customer_words, customer_digits", cancellationToken);
        }

        return changed;
    }

    private async Task<int> EnterPageAsync(Func<SlotBookingDb, IQueryable<Booking>> bookings, bool onlyUnseen, CancellationToken cancellationToken)
    {
        if (onlyUnseen)
        {
            await using var db = await database.ReadAsync(cancellationToken);
            if (await bookings(db).AllAsync(b => b.CustomerId != null, cancellationToken))
            {
                return 0;
            }
        }

        return await EnterAsync(bookings, cancellationToken);
    }

    private Task<int> EnterAsync(Func<SlotBookingDb, IQueryable<Booking>> bookings, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var register = new CustomerRegister(db, clock.Now);
            await register.TakeTurnAsync(cancellationToken);
            var changed = await register.EnterAsync(bookings(db), cancellationToken);
            Tell(db, changed);
            return changed.Count;
        },
        cancellationToken);

    private async Task<string[]> PhonesAsync(string after, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Bookings.Where(b => b.PhoneKey != null && b.PhoneKey.CompareTo(after) > 0)
            .Select(b => b.PhoneKey!).Distinct().OrderBy(key => key).Take(PageSize).ToArrayAsync(cancellationToken);
    }

    private async Task<string[]> NamesAsync(string after, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.Bookings.Where(b => b.PhoneKey == null && b.NameKey.CompareTo(after) > 0)
            .Select(b => b.NameKey).Distinct().OrderBy(key => key).Take(PageSize).ToArrayAsync(cancellationToken);
    }

    private void Tell(SlotBookingDb db, IReadOnlyCollection<Guid> changed)
    {
        if (changed.Count > 0)
        {
            db.Events.Add(CustomerEvents.Changed(changed, clock.Now));
        }
    }

    [LoggerMessage(LogLevel.Information, "Entered bookings that had no customer yet; {Profiles} profiles were made or changed")]
    private partial void LogEntered(int profiles);
}
