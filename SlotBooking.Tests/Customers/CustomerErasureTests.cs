using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Customers;

public sealed class CustomerErasureTests
{
    private const string Phone = "0171 3920041";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_personal_is_left_in_any_table_and_every_count_stays(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var booking = await bed.AddAsync("Vertraulich", Phone, daysAgo: 9, firstName: "Veronika", email: "veronika@vertraulich.example");
        await bed.AddAsync("Vertraulich", Phone, BookingStatus.Ghost, daysAgo: 3, firstName: "Veronika");
        await bed.AddAsync("Vertraulich", null, BookingStatus.Cancelled, daysAgo: 2, firstName: "Veronika");
        await bed.EnterAsync();
        var (customer, other) = (await bed.CustomerOfAsync(booking), Assert.Single(await bed.FindAsync("vertraulich"), line => line.Phone is null));
        await bed.Office.Get<CustomerMerging>().MergeAsync(other.Id, customer.Id, bed.Office.Admin, CancellationToken.None);
        await bed.Office.Get<CustomerNotes>().AddAsync(customer.Id, "Frau Vertraulich ruft zurück.", bed.Office.Anna, CancellationToken.None);
        await bed.Office.ChangeAsync(db => db.Bookings.First(b => b.Id == booking.Id).CallBackNote = "vertraulich");
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(new NoteCallBack(Guid.NewGuid(), bed.Office.Anna, booking.Id, "morgens", null)));

        Assert.Equal(new CustomerAnswer.Denied(CustomerDenial.OtherSurname), await EraseAsync(bed, customer.Id, "Muster"));
        Assert.IsType<CustomerAnswer.Done>(await EraseAsync(bed, customer.Id, " VERTRAULICH "));

        var left = await AllTextAsync(bed.Office);
        foreach (var personal in (string[])["ertraulich", "eronika", "3920041", "abends", "morgens"])
        {
            Assert.DoesNotContain(personal, left, StringComparison.OrdinalIgnoreCase);
        }

        var after = await bed.Office.ReadAsync(db => db.Customers.AsNoTracking().SingleAsync(c => c.Id == customer.Id));
        Assert.Equal((3, 1, 1, 1), (after.Appointments, after.Completed, after.Ghosts, after.Cancelled));
        Assert.Empty(await bed.FindAsync(""));
        Assert.Null(await bed.Office.Get<CustomerProfiles>().FindAsync(customer.Id, CancellationToken.None));
        Assert.Equal(1, await bed.Office.ReadAsync(db => db.Events.CountAsync(e => e.Kind == EventKinds.CustomerErased && e.AccountId == bed.Office.Admin.AccountId)));
        Assert.Equal(0, await bed.Book.RebuildAsync(CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_has_an_appointment_to_come_is_not_erased_and_only_admins_erase(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var booking = await bed.AddAsync("Muster", Phone, BookingStatus.Open, daysAgo: -2);
        await bed.EnterAsync();
        var customer = await bed.CustomerOfAsync(booking);

        Assert.Equal(CustomerDenial.OpenAppointment, Assert.IsType<CustomerAnswer.Denied>(await EraseAsync(bed, customer.Id, "Muster")).Why);
        Assert.Equal(
            new CustomerAnswer.Denied(CustomerDenial.NotAllowed),
            await bed.Office.Get<CustomerErasure>().EraseAsync(customer.Id, "Muster", bed.Office.Anna, CancellationToken.None));
        Assert.Equal("Muster", (await bed.CustomerOfAsync(booking)).LastName);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_comes_back_after_an_erasure_is_a_new_customer(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var before = await bed.AddAsync("Muster", Phone, daysAgo: 9);
        await bed.EnterAsync();
        var erased = await bed.CustomerOfAsync(before);
        await EraseAsync(bed, erased.Id, "Muster");

        var again = await bed.AddAsync("Muster", Phone, daysAgo: 1);
        await bed.EnterAsync();

        Assert.NotEqual(erased.Id, (await bed.CustomerOfAsync(again)).Id);
        Assert.Equal(1, (await bed.CustomerOfAsync(again)).Appointments);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_cancellation_cannot_be_taken_back_once_the_customer_is_erased(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind, consultants: 2);
        var slot = SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(1))[0];
        var booked = Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ACustomer.Into(slot, bed.Office.Anna, ACustomer.Named("Muster", phone: Phone))));
        var cancel = new Cancel(Guid.NewGuid(), bed.Office.Anna, booked.Booking.Id, "Kunde hat abgesagt");
        await bed.Office.SendAsync(cancel);
        await bed.EnterAsync();
        var customer = Assert.Single(await bed.FindAsync("muster"));

        Assert.IsType<CustomerAnswer.Done>(await EraseAsync(bed, customer.Id, "Muster"));

        Assert.Equal(
            new CommandAnswer.Denied(Denial.CannotUndo), await bed.Office.SendAsync(new Undo(Guid.NewGuid(), bed.Office.Anna, cancel.CommandId)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Booked_and_erased_at_the_same_moment_it_is_one_or_the_other_and_never_half(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind, consultants: 4);
        var slots = Enumerable.Range(1, 14).SelectMany(n => SlotGrid.Default.SlotsOn(bed.Office.Today.AddDays(n))).Take(10).ToList();
        for (var round = 0; round < slots.Count; round++)
        {
            var (name, phone) = (string.Create(CultureInfo.InvariantCulture, $"Muster{round}"), string.Create(CultureInfo.InvariantCulture, $"0171 39200{round:00}"));
            var past = await bed.AddAsync(name, phone, daysAgo: 9, firstName: "Erika");
            await bed.EnterAsync();
            var customer = await bed.CustomerOfAsync(past);

            var booking = Task.Run(() => bed.Office.SendAsync(ACustomer.Into(slots[round], bed.Office.Anna, ACustomer.Named(name, phone: phone))));
            var erasing = Task.Run(() => EraseAsync(bed, customer.Id, name));
            var (booked, erased) = (Assert.IsType<CommandAnswer.Done>(await booking), await erasing);
            await bed.EnterAsync();

            var fresh = await bed.Office.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booked.Booking.Id));
            var old = await bed.Office.ReadAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == past.Id));
            Assert.Equal(name, fresh.LastName);
            Assert.Equal(erased is CustomerAnswer.Done, old.IsErased);
            Assert.Equal(erased is CustomerAnswer.Done, old.CustomerId != fresh.CustomerId);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_handed_out_holds_everything_and_that_it_was_is_logged_without_a_name(DatabaseKind kind)
    {
        await using var bed = await CustomerBed.OpenAsync(kind);
        var booking = await bed.AddAsync("Muster", Phone, daysAgo: 9);
        await bed.EnterAsync();
        var customer = await bed.CustomerOfAsync(booking);
        await bed.Office.Get<CustomerNotes>().AddAsync(customer.Id, "Ruft zurück.", bed.Office.Anna, CancellationToken.None);
        var export = bed.Office.Get<CustomerExport>();

        Assert.Null(await export.ReadAsync(customer.Id, bed.Office.Anna, CancellationToken.None));
        var file = (await export.ReadAsync(customer.Id, bed.Office.Admin, CancellationToken.None))!;

        Assert.Equal(("Muster", "Ruft abends zurück.", "Ruft zurück.", "+491713920041"), (file.LastName, file.AllAppointments[0].Note, file.Notes[0].Text, file.RecognisedBy[0]));
        var told = await bed.Office.ReadAsync(db => db.Events.SingleAsync(e => e.Kind == EventKinds.CustomerExported));
        Assert.Equal($"[\"{customer.Id}\"]", told.Detail);
    }

    private static Task<CustomerAnswer> EraseAsync(CustomerBed bed, Guid id, string surname) =>
        bed.Office.Get<CustomerErasure>().EraseAsync(id, surname, bed.Office.Admin, CancellationToken.None);

    /// <summary>Every value of every row of every table.</summary>
    private static async Task<string> AllTextAsync(Office office)
    {
        await using var db = await office.Database.Contexts.CreateDbContextAsync();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var n = 0; n < reader.FieldCount; n++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{reader.GetValue(n)}|");
                }
            }
        }

        return text.ToString();
    }
}
