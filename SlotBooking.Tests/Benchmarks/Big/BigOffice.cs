using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Benchmarks.Big;

/// <summary>Fills an empty, migrated database with what a big office has after years: bookings, their places and the agents who made them.</summary>
/// <remarks>Written past the product's write path and without events; nothing that reads the log has heard of them. The same size gives the same office.</remarks>
internal sealed class BigOffice
{
    /// <summary>How far ahead appointments are booked.</summary>
    public const int DaysAhead = 14;

    private BigOffice(IReadOnlyList<Actor> agents) => Agents = agents;

    /// <summary>Who booked; no one of them has a password.</summary>
    public IReadOnlyList<Actor> Agents { get; }

    /// <summary>Fills it and says how long that took.</summary>
    public static async Task<BigOffice> FillAsync(Database database, OfficeClock clock, Size? size = null)
    {
        var wanted = size ?? Size.Full;
        var watch = Stopwatch.StartNew();
        var agents = new List<Actor>();
        for (var n = 1; n <= wanted.Agents; n++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"agent{n:00}");
            agents.Add(await AnAccount.HireAsync(database, name, string.Create(CultureInfo.InvariantCulture, $"Agent {n:00}"), Roles.Agent));
        }

        await using var db = await database.ReadAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(database.IsSqlite
            ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000"
            : "SET session_replication_role = replica");
        var indexes = await SleepingIndexes.OfAsync(db, "bookings", "slot_places");
        var bookings = new BigBookings(wanted, agents, clock);
        await new BulkRows<Booking>(db).WriteAsync(db, bookings.All());
        await new BulkRows<SlotPlace>(db).WriteAsync(db, Places(new BigBookings(wanted, agents, clock).All()));
        await indexes.WakeAsync(db);
        await db.Database.ExecuteSqlRawAsync(database.IsSqlite
            ? "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -2000; PRAGMA wal_checkpoint(TRUNCATE)"
            : "SET session_replication_role = origin; ANALYZE");
        Verdict.Say(string.Create(CultureInfo.InvariantCulture, $"{wanted.Bookings} bookings of {wanted.Customers} customers written in {watch.Elapsed.TotalSeconds:0.0} s"));
        return new BigOffice(agents);
    }

    private static IEnumerable<SlotPlace> Places(IEnumerable<Booking> bookings)
    {
        var (slot, number) = (default(Slot), 0);
        foreach (var booking in bookings.Where(b => b.HoldsPlace))
        {
            number = booking.Slot == slot ? number + 1 : 1;
            slot = booking.Slot;
            yield return new SlotPlace { Day = slot.Day, Start = slot.Start, Number = number, BookingId = booking.Id };
        }
    }

    /// <summary>How big.</summary>
    /// <param name="Bookings">Appointments in all.</param>
    /// <param name="Customers">Who made them; each has at least one.</param>
    /// <param name="Agents">Who booked them.</param>
    /// <param name="Days">Over how many days, the last ones still to come.</param>
    internal sealed record Size(int Bookings, int Customers, int Agents = 40, int Days = 4 * 365)
    {
        /// <summary>Four years of a thousand appointments a day.</summary>
        public static readonly Size Full = new(1_000_000, 200_000);
    }
}
