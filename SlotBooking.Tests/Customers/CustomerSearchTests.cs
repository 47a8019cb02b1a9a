using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Customers;

public sealed class CustomerSearchTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_customer_is_found_by_any_part_of_the_name_and_the_number_in_any_spelling(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        await bed.AddAsync("Müller-Lüdenscheidt", "0171 3920041", firstName: "Zoë");
        await bed.AddAsync("Muster", "030 2312501", firstName: "Max");
        await bed.EnterAsync();

        foreach (var text in (string[])
            ["0171", "mue", "Müller", "MUELLER", "luedens", "Lüdenscheidt", "zoe", "Zoë Müller", "müller, zo", "0171 392", "171392", "+49 (0) 171 / 39", "004917139", "920041", "müller 0171", "Mu\u0308ller"])
        {
            Assert.Equal((text, "Müller-Lüdenscheidt"), (text, (await bed.FindAsync(text)) is [var only] ? only.LastName : "?"));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_nobody_is_called_finds_nobody(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        await bed.AddAsync("Muster", "030 2312501");
        await bed.EnterAsync();

        foreach (var text in (string[])["uster", "#All", "99999", "muster erika", "%", "_uster", "muster 0171", "\uD800", "'; --"])
        {
            Assert.Equal((text, 0), (text, (await bed.FindAsync(text)).Count));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_list_holds_those_it_is_for(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        await AddAsync(bed, "Treu", completed: 4, missed: 1);
        await AddAsync(bed, "Risiko", completed: 0, missed: 3);
        await AddAsync(bed, "Halb", completed: 2, missed: 2);
        await AddAsync(bed, "Neu", completed: 2, missed: 0);
        await bed.EnterAsync();

        Assert.Equal(["Halb", "Neu", "Risiko", "Treu"], await NamesAsync(CustomerList.All));
        Assert.Equal(["Risiko"], await NamesAsync(CustomerList.HighRisk));
        Assert.Equal(["Neu"], await NamesAsync(CustomerList.New));
        Assert.Equal(["Treu"], await NamesAsync(CustomerList.Loyal));
        Assert.Equal(["Halb"], await NamesAsync(CustomerList.Promising));
        Assert.Empty(await bed.FindAsync("neu", CustomerList.Loyal));

        async Task<IEnumerable<string>> NamesAsync(CustomerList list) => (await bed.FindAsync("", list)).Select(c => c.LastName);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_follow_each_other_without_a_gap_or_anybody_twice(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        await BigOffice.FillAsync(bed.Office.Database.Database, bed.Office.Clock, new BigOffice.Size(600, 300, Agents: 1, Days: 50));
        await bed.EnterAsync();
        var search = bed.Office.Get<CustomerSearch>();

        foreach (var text in (string[])["", "m", "4915"])
        {
            var seen = new List<Guid>();
            CustomerPageEnd? end = null;
            do
            {
                var page = await search.FindAsync(CustomerList.All, text, end, CancellationToken.None);
                seen.AddRange(page.Lines.Select(line => line.Id));
                end = page.End;
            }
            while (end is not null);

            Assert.True(seen.Count > CustomerSearch.PageSize || text.Length > 1, $"„{text}“ found {seen.Count}");
            if (text != "m")
            {
                Assert.Equal(seen.Count, seen.Distinct().Count());
            }
        }
    }

    private static async Task AddAsync(CustomerBed bed, string name, int completed, int missed)
    {
        for (var n = 0; n < completed + missed; n++)
        {
            await bed.AddAsync(name, status: n < completed ? BookingStatus.Completed : BookingStatus.Ghost, daysAgo: n + 1);
        }
    }
}
