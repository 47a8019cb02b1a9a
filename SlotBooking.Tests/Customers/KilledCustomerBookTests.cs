using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Customers;

[Trait(Needs.Trait, Needs.Processes)]
public sealed class KilledCustomerBookTests
{
    private static readonly BigOffice.Size Some = new(Bookings: 12_000, Customers: 6_000, Agents: 2, Days: 200);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Killed_in_the_middle_the_book_is_whole_as_far_as_it_came_and_goes_on(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind, isDurable: true);
        await BigOffice.FillAsync(bed.Office.Database.Database, bed.Office.Clock, Some);
        await using (var worker = await ChildProcess.StartVerbAsync(["worker", "customers", bed.Office.Database.ConnectionString]))
        {
            await worker.WaitForLineAsync("begun");
            await Eventually.HoldsAsync(async () => await EnteredAsync(bed) > 0, "the first page is entered");
            await worker.KillAsync();
        }

        var entered = await EnteredAsync(bed);
        Assert.Equal(entered, await CountedAsync(bed));
        Assert.InRange(entered, 1, Some.Bookings - 1);

        await bed.EnterAsync();
        Assert.Equal((Some.Bookings, Some.Bookings), (await EnteredAsync(bed), await CountedAsync(bed)));
    }

    private static Task<int> EnteredAsync(CustomerBed bed) => bed.Office.ReadAsync(db => db.Bookings.CountAsync(b => b.CustomerId != null));

    private static Task<int> CountedAsync(CustomerBed bed) => bed.Office.ReadAsync(db => db.Customers.SumAsync(c => c.Appointments));
}
