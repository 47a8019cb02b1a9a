using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Demo;

/// <summary>Fills an empty office with invented consultants, readiness and half a year of bookings, so that every page has something to show.</summary>
/// <remarks>Written in bulk and in one transaction. The same instant and the same accounts give the same office.</remarks>
public sealed class DemoOffice(Database database, CalendarSyncService sync, AvailabilityService availability, OfficeClock clock) : IDemoSeeder
{
    private const int Seed = 2026;
    private const int WorkingDaysBack = 144;
    private const int CalendarDaysBack = 28;
    private const int DaysBooked = 14;
    private const int FullTime = 3;
    private static readonly OfficeSettings Settings = OfficeSettings.Default;

    /// <inheritdoc />
    public async Task SeedAsync(IReadOnlyDictionary<string, Guid> accounts, CancellationToken cancellationToken)
    {
        if (await database.WriteAsync(db => FillAsync(db, accounts, cancellationToken), cancellationToken))
        {
            await sync.SyncAsync(calendarKey: null, cancellationToken);
            await availability.ComputeAsync(cancellationToken);
        }
    }

    private async Task<bool> FillAsync(SlotBookingDb db, IReadOnlyDictionary<string, Guid> accounts, CancellationToken cancellationToken)
    {
        if (await db.Consultants.AnyAsync(cancellationToken) || await db.Bookings.AnyAsync(cancellationToken))
        {
            return false;
        }

        var random = new Random(Seed);
        var ids = new DemoIds(random);
        var consultants = Consultants(accounts, ids);
        var (first, last) = (FirstDay(), Settings.Horizon.LastGeneratedDay(clock.Today).AddDays(14));
        var ready = new DemoReadiness(random, Settings, clock).Between(consultants, first, last);
        var rows = new DemoRows(db, clock, ids, calendarsFrom: clock.Today.AddDays(-CalendarDaysBack));
        db.Consultants.AddRange(consultants);
        rows.AddReadiness(ready, Settings.Readiness.Titles[0]);
        rows.AddPastReadiness(ready);

        var until = clock.Today.AddDays(DaysBooked);
        var capacity = ready.Where(r => r.Slot.Slot.Day <= until)
            .GroupBy(r => r.Slot.Slot)
            .ToDictionary(g => g.Key, g => Settings.Capacity.CapacityOf(g.Key, g.Count()));
        var outcomes = new DemoOutcomes(random, new DemoRates(Settings.Grid), first, clock.Today);
        rows.AddBookings(new DemoBookings(random, Settings, clock, new DemoAgents(random, Agents(accounts)), outcomes).In(capacity));
        rows.AddByHand(capacity.Keys.Where(slot => clock.At(slot.Day, slot.Start) > clock.Now).Order().Skip(2).Take(1), Settings.Grid);
        await db.SaveChangesAsync(cancellationToken);
        var newest = await rows.WriteAsync(cancellationToken);

        // The events stand in the calendar already: its writer begins behind them.
        var cursor = await EventLog.TakeCursorAsync(db, OutboxIntake.Reader, cancellationToken);
        cursor.MoveTo(newest);
        return true;
    }

    private DateOnly FirstDay()
    {
        var day = clock.Today;
        for (var left = WorkingDaysBack; left > 0;)
        {
            day = day.AddDays(-1);
            left -= WorkingDays.IsWorkingDay(day, Settings.State) ? 1 : 0;
        }

        return day;
    }

    private List<Consultant> Consultants(IReadOnlyDictionary<string, Guid> accounts, DemoIds ids) =>
    [
        .. DemoPeople.All.Where(p => p.Role == Roles.Consultant && accounts.ContainsKey(p.UserName)).Select((person, index) => new Consultant
        {
            Id = ids.Next(clock.Now),
            Name = person.DisplayName,
            AccountId = accounts[person.UserName],
            IsFullTime = index < FullTime,
            Position = index + 1,
        }),
    ];

    private static List<(Guid Id, string Name)> Agents(IReadOnlyDictionary<string, Guid> accounts) =>
    [
        .. DemoPeople.All.Where(p => p.Role == Roles.Agent && accounts.ContainsKey(p.UserName))
            .Select(person => (accounts[person.UserName], person.UserName)),
    ];
}
