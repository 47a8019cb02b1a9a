using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Customers;

public sealed class CustomerBookTests
{
    private const string Phone = "0171 3920041";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Bookings_with_the_same_number_are_one_customer_and_without_one_the_name_counts(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var first = await bed.AddAsync("Muster", Phone, daysAgo: 9);
        var married = await bed.AddAsync("Beispiel", "+49 (0) 171 / 39 200 41", daysAgo: 3);
        var nameless = await bed.AddAsync("Müßig ( Ghost )", daysAgo: 5);
        var same = await bed.AddAsync("MUESSIG", daysAgo: 4);

        await bed.EnterAsync();

        Assert.Equal((await bed.CustomerOfAsync(first)).Id, (await bed.CustomerOfAsync(married)).Id);
        Assert.Equal("Beispiel", (await bed.CustomerOfAsync(first)).LastName);
        Assert.Equal((await bed.CustomerOfAsync(nameless)).Id, (await bed.CustomerOfAsync(same)).Id);
        Assert.NotEqual((await bed.CustomerOfAsync(first)).Id, (await bed.CustomerOfAsync(same)).Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Markers_are_never_part_of_a_name(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var booking = await bed.AddAsync("Ghost ( nicht erschienen )");

        await bed.EnterAsync();

        Assert.Equal("Ghost", (await bed.CustomerOfAsync(booking)).LastName);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_profile_counts_each_outcome_and_says_how_reliable_and_how_risky_the_customer_is(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var booking = await bed.AddAsync("Muster", Phone, BookingStatus.Completed, daysAgo: 30);
        foreach (var status in Enum.GetValues<BookingStatus>())
        {
            await bed.AddAsync("Muster", Phone, status, daysAgo: (int)status);
        }

        await bed.EnterAsync();

        var customer = await bed.CustomerOfAsync(booking);
        Assert.Equal((9, 2, 1, 1, 1), (customer.Appointments, customer.Completed, customer.NoShows, customer.Ghosts, customer.Cancelled));
        Assert.Equal((50, CustomerRisk.Medium), (customer.Reliability, customer.Risk));
        Assert.Equal((bed.Office.Today.AddDays(-32), bed.Office.Today), (customer.FirstSeen!.Value, customer.LastSeen!.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_a_booking_tells_reaches_the_profile(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind, consultants: 2);
        await bed.EnterAsync();
        var slot = SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1))[0];
        var done = Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ACustomer.Into(slot, bed.Office.Anna, ACustomer.Named("Muster", phone: Phone))));

        await bed.ReadOnUntilAsync(async () => (await bed.FindAsync("muster")).Count > 0);

        var line = Assert.Single(await bed.FindAsync("muster"));
        Assert.Equal(1, line.Appointments);
        await bed.Office.SendAsync(new Cancel(Guid.NewGuid(), bed.Office.Anna, done.Booking.Id, "Kunde hat abgesagt"));
        await bed.ReadOnUntilAsync(async () => (await bed.Office.ReadAsync(db => db.Customers.SingleAsync(c => c.Id == line.Id))).Cancelled == 1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_changed_number_moves_the_booking_and_both_profiles_are_right(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var stays = await bed.AddAsync("Muster", Phone, daysAgo: 8);
        var moves = await bed.AddAsync("Muster", Phone, daysAgo: 7);
        await bed.EnterAsync();

        await bed.Office.ChangeAsync(db =>
        {
            var booking = db.Bookings.Single(b => b.Id == moves.Id);
            (booking.Phone, booking.PhoneKey) = ("030 2312501", "+49302312501");
        });
        await bed.TellAsync(moves, EventKinds.Moved);
        await bed.ReadOnUntilAsync(async () => (await bed.CustomerOfAsync(moves)).Phone != Phone);

        Assert.Equal((1, Phone), ((await bed.CustomerOfAsync(stays)).Appointments, (await bed.CustomerOfAsync(stays)).Phone));
        Assert.Equal((1, "030 2312501"), ((await bed.CustomerOfAsync(moves)).Appointments, (await bed.CustomerOfAsync(moves)).Phone));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counted_ten_times_the_profiles_are_the_same_and_their_counts_are_the_appointments(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        await BigOffice.FillAsync(bed.Office.Database.Database, bed.Office.Clock, new BigOffice.Size(3_000, 600, Agents: 2, Days: 300));
        await bed.EnterAsync();
        var once = await bed.PictureAsync();

        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(0, await bed.Book.RebuildAsync(CancellationToken.None));
        }

        Assert.Equal(once, await bed.PictureAsync());
        await using var db = await bed.Office.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(3_000, await db.Customers.SumAsync(c => c.Appointments));
        Assert.Equal(3_000, await db.Customers.SumAsync(c => c.Open + c.Completed + c.NoShows + c.Ghosts + c.Cancelled + c.Rescheduled + c.Overhangs + c.Exits));
        Assert.False(await db.Bookings.AnyAsync(b => b.CustomerId == null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_readers_at_once_make_one_customer_of_a_number(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        await BigOffice.FillAsync(bed.Office.Database.Database, bed.Office.Clock, new BigOffice.Size(1_500, 300, Agents: 2, Days: 100));
        await using var other = bed.Office.Database.AsAnotherProcess(services => Office.Register(services, bed.Office.Time));

        await Task.WhenAll(
            bed.EnterAsync(),
            Task.Run(() => ((CustomerBook)other.GetService(typeof(CustomerBook))!).RunAsync(alsoUnseen: true, CancellationToken.None)));

        await using var db = await bed.Office.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(1_500, await db.Customers.SumAsync(c => c.Appointments));
        Assert.Equal(285, await db.Customers.CountAsync(c => c.PhoneKey != null));
        Assert.Equal(0, await bed.Book.RebuildAsync(CancellationToken.None));
    }
}
