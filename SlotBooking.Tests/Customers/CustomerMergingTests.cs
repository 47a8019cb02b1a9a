using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Customers;

public sealed class CustomerMergingTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_profiles_become_one_as_the_preview_said_and_what_is_booked_later_goes_there_too(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var (old, young) = await TwoAsync(bed);
        var merging = bed.Office.Get<CustomerMerging>();

        var preview = (await merging.PreviewAsync(old, young, CancellationToken.None))!;
        Assert.Equal(new CustomerAnswer.Done(young), await merging.MergeAsync(old, young, bed.Office.Admin, CancellationToken.None));

        var merged = await bed.Office.ReadAsync(db => db.Customers.AsNoTracking().SingleAsync(c => c.Id == young));
        Assert.Equal((3, 2, 67, "Beispiel"), (merged.Appointments, merged.Completed, merged.Reliability, merged.LastName));
        Assert.Equal(
            (merged.Appointments, merged.Completed, merged.Reliability, merged.LastName, merged.Phone),
            (preview.Together.Appointments, preview.Together.Completed, preview.Together.Reliability, preview.Together.LastName, preview.Together.Phone));
        await bed.AddAsync("Muster", "030 2312501", daysAgo: 1);
        await bed.EnterAsync();
        Assert.Equal(4, (await bed.Office.ReadAsync(db => db.Customers.SingleAsync(c => c.Id == young))).Appointments);
        Assert.Equal(young, Assert.Single(await bed.FindAsync("muster")).Id);
        Assert.Equal(young, Assert.Single(await bed.FindAsync("2312501")).Id);
        Assert.Equal(0, await bed.Book.RebuildAsync(CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Taken_apart_each_has_its_own_again(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var (old, young) = await TwoAsync(bed);
        var before = await bed.PictureAsync();
        var merging = bed.Office.Get<CustomerMerging>();
        await merging.MergeAsync(old, young, bed.Office.Admin, CancellationToken.None);
        var merge = Assert.Single((await ProfileAsync(bed, old))!.Merges);

        Assert.IsType<CustomerAnswer.Done>(await merging.TakeApartAsync(merge.Id, bed.Office.Admin, CancellationToken.None));

        Assert.Equal(before, await bed.PictureAsync());
        Assert.Empty((await ProfileAsync(bed, young))!.Merges);
        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.NotFound), await merging.TakeApartAsync(merge.Id, bed.Office.Admin, CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_chain_of_merges_is_taken_apart_link_by_link(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var (first, second) = await TwoAsync(bed);
        var third = (await AddedAsync(bed, "Dritte", "089 9999801")).Id;
        var merging = bed.Office.Get<CustomerMerging>();
        await merging.MergeAsync(first, second, bed.Office.Admin, CancellationToken.None);
        var inner = (await ProfileAsync(bed, second))!.Merges[0].Id;
        await merging.MergeAsync(second, third, bed.Office.Admin, CancellationToken.None);
        Assert.Equal(third, (await ProfileAsync(bed, first))!.Customer.Id);

        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.MergedMeanwhile), await merging.TakeApartAsync(inner, bed.Office.Admin, CancellationToken.None));
        await merging.TakeApartAsync((await ProfileAsync(bed, third))!.Merges[0].Id, bed.Office.Admin, CancellationToken.None);

        Assert.Equal((3, 1), ((await ProfileAsync(bed, first))!.Customer.Appointments, (await ProfileAsync(bed, third))!.Customer.Appointments));
        await merging.TakeApartAsync(inner, bed.Office.Admin, CancellationToken.None);
        Assert.Equal((2, 1), ((await ProfileAsync(bed, first))!.Customer.Appointments, (await ProfileAsync(bed, second))!.Customer.Appointments));
        Assert.Equal(0, await bed.Book.RebuildAsync(CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_is_merged_with_himself_or_by_an_agent(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var (old, young) = await TwoAsync(bed);
        var merging = bed.Office.Get<CustomerMerging>();

        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.WithItself), await merging.MergeAsync(old, old, bed.Office.Admin, CancellationToken.None));
        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.NotAllowed), await merging.MergeAsync(old, young, bed.Office.Anna, CancellationToken.None));
        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.NotFound), await merging.MergeAsync(old, Guid.NewGuid(), bed.Office.Admin, CancellationToken.None));
        Assert.Equal(2, (await ProfileAsync(bed, old))!.Customer.Appointments);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notes_stay_with_their_profile_and_only_their_author_deletes_them(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var (old, young) = await TwoAsync(bed);
        var notes = bed.Office.Get<CustomerNotes>();

        await notes.AddAsync(old, "  Möchte nur abends telefonieren. ", bed.Office.Anna, CancellationToken.None);
        await bed.Office.Get<CustomerMerging>().MergeAsync(old, young, bed.Office.Admin, CancellationToken.None);

        var note = Assert.Single((await ProfileAsync(bed, young))!.Notes);
        Assert.Equal(("Möchte nur abends telefonieren.", "Anna Richter"), (note.Text, note.Author));
        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.NotAllowed), await notes.DeleteAsync(note.Id, bed.Office.Ben, CancellationToken.None));
        Assert.IsType<CustomerAnswer.Done>(await notes.DeleteAsync(note.Id, bed.Office.Anna, CancellationToken.None));
        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.NoText), await notes.AddAsync(old, " \n ", bed.Office.Anna, CancellationToken.None));
        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.TextTooLong), await notes.AddAsync(old, new string('x', 501), bed.Office.Anna, CancellationToken.None));
        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.TextUnreadable), await notes.AddAsync(old, "a\0b", bed.Office.Anna, CancellationToken.None));
        Assert.Equal(2, await bed.Office.ReadAsync(db => db.Events.CountAsync(e => e.Kind == EventKinds.CustomersChanged && e.AccountId == bed.Office.Anna.AccountId)));
    }

    private static async Task<(Guid Old, Guid Young)> TwoAsync(CustomerBed bed)
    {
        await bed.AddAsync("Muster", "030 2312501", BookingStatus.NoShow, daysAgo: 20);
        return ((await AddedAsync(bed, "Muster", "030 2312501", daysAgo: 19)).Id, (await AddedAsync(bed, "Beispiel", "0171 3920041", daysAgo: 9)).Id);
    }

    private static async Task<Customer> AddedAsync(CustomerBed bed, string name, string phone, int daysAgo = 5)
    {
        var booking = await bed.AddAsync(name, phone, daysAgo: daysAgo);
        await bed.EnterAsync();
        return await bed.CustomerOfAsync(booking);
    }

    private static Task<CustomerProfile?> ProfileAsync(CustomerBed bed, Guid id) => bed.Office.Get<CustomerProfiles>().FindAsync(id, CancellationToken.None);
}
