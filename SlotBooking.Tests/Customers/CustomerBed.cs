using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Contacts;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Customers;

/// <summary>An office whose bookings are written as they are wanted, with or without an event, and whose book of customers is run by hand.</summary>
internal sealed class CustomerBed(Office office) : IAsyncDisposable
{
    private int _number;

    public Office Office => office;

    public CustomerBook Book => office.Get<CustomerBook>();

    public static async Task<CustomerBed> OpenAsync(DatabaseKind kind, int consultants = 0, bool isDurable = false) =>
        new(await Office.OpenAsync(kind, consultants, isDurable: isDurable));

    /// <summary>Reads on, and takes in what has no customer yet.</summary>
    public Task EnterAsync() => Book.RunAsync(alsoUnseen: true, CancellationToken.None);

    /// <summary>Reads the log until something holds: on PostgreSQL an event waits for older transactions, of other tests too.</summary>
    public Task ReadOnUntilAsync(Func<Task<bool>> holds) => Eventually.HoldsAsync(
        async () =>
        {
            await Book.RunAsync(alsoUnseen: false, CancellationToken.None);
            return await holds();
        },
        "the profile heard of it");

    /// <summary>Writes a booking past the desk, as an import would: no event tells of it.</summary>
    public async Task<Booking> AddAsync(
        string lastName, string? phone = null, BookingStatus status = BookingStatus.Completed, int daysAgo = 0, string firstName = "Max", string? email = null)
    {
        var number = ++_number;
        var day = office.Today.AddDays(-daysAgo);
        var at = office.Clock.At(day, new TimeOnly(14, 0));
        PhoneNumber.TryNormalize(phone, out var phoneKey);
        var booking = new Booking
        {
            Id = Guid.CreateVersion7(at.AddHours(-48)),
            Day = day,
            Start = new TimeOnly(14, 0),
            StartsAt = at,
            EndsAt = at.AddHours(2),
            LastName = lastName,
            FirstName = firstName,
            Phone = phone,
            PhoneKey = phoneKey,
            NameKey = CustomerName.Key(lastName, firstName),
            Email = email,
            Note = "Ruft abends zurück.",
            Status = status,
            AgentId = office.Anna.AccountId!.Value,
            AgentName = "anna",
            BookedAt = at.AddHours(-48).AddSeconds(number),
            BookedOn = day.AddDays(-2),
        };
        await office.ChangeAsync(db => db.Bookings.Add(booking));
        return booking;
    }

    /// <summary>Tells the log that something happened with the booking.</summary>
    public Task TellAsync(Booking booking, string kind) => office.ChangeAsync(db =>
        db.Events.Add(new OfficeEvent { Kind = kind, At = office.Clock.Now, BookingId = booking.Id, Day = booking.Day, Start = booking.Start }));

    /// <summary>The profile of the booking's customer.</summary>
    public async Task<Customer> CustomerOfAsync(Booking booking)
    {
        await using var db = await office.Database.Contexts.CreateDbContextAsync();
        var id = await db.Bookings.Where(b => b.Id == booking.Id).Select(b => b.CustomerId).SingleAsync();
        return await db.Customers.AsNoTracking().SingleAsync(c => c.Id == id);
    }

    /// <summary>All rows about customers as text, for comparing before and after.</summary>
    public async Task<string> PictureAsync()
    {
        await using var db = await office.Database.Contexts.CreateDbContextAsync();
        var customers = await db.Customers.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
        var keys = await db.CustomerKeys.AsNoTracking().OrderBy(k => k.Key).ToListAsync();
        var words = await db.CustomerWords.AsNoTracking().OrderBy(w => w.CustomerId).ThenBy(w => w.Word).ToListAsync();
        var digits = await db.CustomerDigits.AsNoTracking().OrderBy(d => d.CustomerId).ThenBy(d => d.Digits).ToListAsync();
        return System.Text.Json.JsonSerializer.Serialize(new { customers, keys, words, digits });
    }

    public Task<IReadOnlyList<CustomerLine>> FindAsync(string text, CustomerList list = CustomerList.All) => FindAsync(list, text);

    private async Task<IReadOnlyList<CustomerLine>> FindAsync(CustomerList list, string text) =>
        (await office.Get<CustomerSearch>().FindAsync(list, text, null, CancellationToken.None)).Lines;

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
