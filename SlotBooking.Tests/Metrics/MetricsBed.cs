using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Metrics;

/// <summary>An office whose appointments are written straight into the database, each with the event that tells of it.</summary>
internal sealed class MetricsBed(Office office, TempFolder folder) : IAsyncDisposable
{
    public Office Office => office;

    public string Folder => folder.Path;

    public MetricsReader Reader => office.Get<MetricsReader>();

    public static async Task<MetricsBed> OpenAsync(DatabaseKind kind)
    {
        var folder = new TempFolder();
        return new MetricsBed(await Office.OpenAsync(kind, register: services => services.AddSingleton(new PersistFolder(folder.Path)).AddFigures()), folder);
    }

    public Booking Booking(
        DateOnly day, int hour, BookingStatus status, bool isConfirmed = false, Guid? agent = null, Potential potential = Potential.Normal, string? campaign = null)
    {
        var range = new TimeRange(office.Clock.At(day, new TimeOnly(hour, 0)), office.Clock.At(day, new TimeOnly(hour, 0)).AddHours(2));
        return new Booking
        {
            Id = Guid.CreateVersion7(),
            Day = day,
            Start = new TimeOnly(hour, 0),
            StartsAt = range.Start,
            EndsAt = range.End,
            LastName = "Muster",
            FirstName = "Erika",
            NameKey = "muster erika",
            Status = status,
            IsConfirmed = isConfirmed,
            Potential = potential,
            Campaign = campaign,
            AgentId = agent ?? office.Anna.AccountId!.Value,
            AgentName = "anna",
            BookedAt = range.Start.AddDays(-3),
            BookedOn = day.AddDays(-3),
            ChangedAt = range.Start,
        };
    }

    public Task AddAsync(params IEnumerable<Booking> bookings) => ChangeAsync(db =>
    {
        foreach (var booking in bookings)
        {
            db.Bookings.Add(booking);
            db.Events.Add(Told(EventKinds.Booked, booking, from: null));
        }

        return Task.CompletedTask;
    });

    /// <summary>Changes one appointment as the product does: with its event.</summary>
    public Task ChangeAsync(Guid id, Action<Booking> change) => ChangeAsync(async db =>
    {
        var booking = await db.Bookings.SingleAsync(b => b.Id == id);
        var from = booking.Slot;
        change(booking);
        db.Events.Add(Told(from == booking.Slot ? EventKinds.OutcomeChanged : EventKinds.Moved, booking, from));
    });

    /// <summary>Writes, and waits until the log shows it: on PostgreSQL it does when older transactions are over, also those of other tests.</summary>
    public async Task ChangeAsync(Func<SlotBookingDb, Task> change)
    {
        await office.Database.Database.WriteAsync(change, default);
        await Eventually.HoldsAsync(
            () => office.ReadAsync(async db =>
                (await EventLog.ReadAfterAsync(db, new ReaderCursor { Reader = "test" }, int.MaxValue, default)).Count == await db.Events.CountAsync()),
            "the log shows what was written");
    }

    public void GoTo(DateTimeOffset instant) => office.Time.Advance(instant - office.Clock.Now);

    public Task<PeriodFigures> ReadAsync(DateOnly first, DateOnly last) => Reader.ReadAsync(new MetricsFilter(first, last), default);

    public async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        folder.Dispose();
    }

    private OfficeEvent Told(string kind, Booking booking, Slot? from) => new()
    {
        Kind = kind,
        At = office.Clock.Now,
        BookingId = booking.Id,
        Day = booking.Day,
        Start = booking.Start,
        OtherDay = from?.Day,
        OtherStart = from?.Start,
    };
}
