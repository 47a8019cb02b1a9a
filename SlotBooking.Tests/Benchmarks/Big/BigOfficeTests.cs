using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks.Big;

/// <summary>What benchmarks are run on has to be what they believe it is.</summary>
public sealed class BigOfficeTests
{
    private static readonly BigOffice.Size Small = new(Bookings: 2_000, Customers: 400, Agents: 3, Days: 200);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_big_office_has_its_bookings_its_customers_and_a_place_for_each_that_holds_one(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 0);

        await BigOffice.FillAsync(office.Database.Database, office.Clock, Small);

        await using var db = await office.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(Small.Bookings, await db.Bookings.CountAsync());
        Assert.Equal(380, await db.Bookings.Where(b => b.PhoneKey != null).Select(b => b.PhoneKey).Distinct().CountAsync());
        Assert.Equal(
            await db.Bookings.CountAsync(b => BookingStatuses.Holding.Contains(b.Status)),
            await db.SlotPlaces.CountAsync(p => db.Set<Booking>().Any(b => b.Id == p.BookingId && b.Day == p.Day && b.Start == p.Start)));
        var completed = await db.Bookings.CountAsync(b => b.Status == BookingStatus.Completed);
        Assert.InRange(completed, 380, 580);
        Assert.True(await db.Bookings.AnyAsync(b => b.Status == BookingStatus.Open && b.StartsAt > office.Clock.Now));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Its_indexes_are_there_again_afterwards(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 0);
        await using var db = await office.Database.Contexts.CreateDbContextAsync();

        await BigOffice.FillAsync(office.Database.Database, office.Clock, Small);

        var first = await SleepingIndexes.OfAsync(db, "bookings", "slot_places");
        Assert.Contains(first.Sql, sql => sql.Contains("IX_bookings_Day_Start", StringComparison.Ordinal));
    }
}
