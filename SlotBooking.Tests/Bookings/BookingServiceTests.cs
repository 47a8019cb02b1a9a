using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings;

public sealed class BookingServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_booking_is_stored_with_its_place_and_the_event_that_tells_of_it(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var slot = Tomorrow(office, 14);

        var answer = await office.SendAsync(new Book(
            Guid.NewGuid(), office.Anna, slot,
            new CustomerEntry { LastName = " Muster ", FirstName = "Erika", Phone = "030 23125 001", Note = "Ruft zurück", Potential = "top", Campaign = "Frühjahr" }));

        var done = Assert.IsType<CommandAnswer.Done>(answer);
        var booking = await office.ReadAsync(db => db.Bookings.SingleAsync());
        Assert.Equal(done.Booking.Id, booking.Id);
        Assert.Equal((slot, "Muster", "+493023125001", Potential.Top, BookingStatus.Open), (booking.Slot, booking.LastName, booking.PhoneKey, booking.Potential, booking.Status));
        Assert.Equal(office.Clock.At(slot.Day, slot.Start), booking.StartsAt);
        Assert.Equal(1, (await office.ReadAsync(db => db.SlotPlaces.SingleAsync())).Number);
        var told = await office.ReadAsync(db => db.Events.SingleAsync());
        Assert.Equal((EventKinds.Booked, booking.Id, slot.Day), (told.Kind, told.BookingId, told.Day));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fifty_at_once_on_eight_places_sell_eight(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind, consultants: 2);
        var slot = Tomorrow(office, 16);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => office.SendAsync(ACustomer.Into(slot, office.Anna))));

        Assert.Equal(8, answers.OfType<CommandAnswer.Done>().Count());
        Assert.Equal(42, answers.OfType<CommandAnswer.Refused>().Count(r => r.Why == Refusal.Full));
        Assert.All(answers.OfType<CommandAnswer.Refused>(), r => Assert.NotEmpty(r.Nearest));
        Assert.Equal(Enumerable.Range(1, 8), await office.ReadAsync(db => db.SlotPlaces.OrderBy(p => p.Number).Select(p => p.Number).ToListAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_command_sent_often_and_at_once_makes_one_booking(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var command = ACustomer.Into(Tomorrow(office, 11), office.Anna);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => office.SendAsync(command)));

        Assert.Single(answers.Cast<CommandAnswer.Done>().Select(d => d.Booking.Id).Distinct());
        Assert.Single(answers.Cast<CommandAnswer.Done>(), d => !d.WasRepeated);
        Assert.Equal(1, await office.ReadAsync(db => db.Bookings.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_command_id_serves_neither_another_person_nor_another_purpose(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var command = ACustomer.Into(Tomorrow(office, 11), office.Anna);
        var done = (CommandAnswer.Done)await office.SendAsync(command);

        Assert.Equal(new CommandAnswer.Denied(Denial.CommandIdTaken), await office.SendAsync(command with { Actor = office.Ben }));
        Assert.Equal(
            new CommandAnswer.Denied(Denial.CommandIdTaken),
            await office.SendAsync(new Cancel(command.CommandId, office.Anna, done.Booking.Id, "Probe")));
    }

    [Fact]
    public async Task What_cannot_be_booked_is_refused_with_its_reason_and_the_nearest_free_slots()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        await office.ChangeAsync(db => db.Blocks.Add(new Block
        {
            FirstDay = office.Today.AddDays(1),
            LastDay = office.Today.AddDays(1),
            From = new(15, 0),
            To = new(17, 0),
            Reason = "Schulung",
            Author = "Ada Winter",
        }));

        var past = await office.SendAsync(ACustomer.Into(new Slot(office.Today.AddDays(-1), new(11, 0)), office.Anna));
        var outside = await office.SendAsync(ACustomer.Into(new Slot(office.Today.AddDays(1), new(12, 30)), office.Anna));
        var blocked = await office.SendAsync(ACustomer.Into(Tomorrow(office, 16), office.Anna));
        var far = await office.SendAsync(ACustomer.Into(new Slot(office.Today.AddDays(85), new(11, 0)), office.Anna));

        Assert.Equal(Refusal.Past, Refused(past).Why);
        Assert.Equal(Refusal.NotInGrid, Refused(outside).Why);
        Assert.Equal((Refusal.Blocked, "Schulung"), (Refused(blocked).Why, Refused(blocked).Detail));
        Assert.Contains(Refused(blocked).Nearest, f => f.Slot == Tomorrow(office, 18));
        Assert.Equal(Refusal.BeyondHorizon, Refused(far).Why);
    }

    [Fact]
    public async Task Hand_made_events_of_the_central_calendar_take_places()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var slot = Tomorrow(office, 14);
        var start = office.Clock.At(slot.Day, slot.Start);
        await office.ChangeAsync(db => db.CentralTakings.AddRange(
            new CentralTaking { EventId = "a", Day = slot.Day, StartsAt = start, EndsAt = start.AddHours(2), Places = 2 },
            new CentralTaking { EventId = "b", Day = slot.Day, StartsAt = start.AddHours(2), EndsAt = start.AddHours(4), Places = 1 }));

        var answers = new List<CommandAnswer>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await office.SendAsync(ACustomer.Into(slot, office.Anna)));
        }

        Assert.Equal(2, answers.OfType<CommandAnswer.Done>().Count());
        Assert.Equal(Refusal.Full, Refused(answers[2]).Why);
    }

    [Fact]
    public async Task A_calendar_not_heard_of_for_a_day_no_longer_counts()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var consultant = office.Consultants[0];
        await office.ChangeAsync(db =>
        {
            db.Consultants.Single().CalendarId = "berater@beispiel.example";
            db.CalendarStates.Add(new CalendarState { CalendarKey = consultant.CalendarKey, KnownAt = office.Time.GetUtcNow() });
        });

        var slot = new Slot(office.Today.AddDays(2), new TimeOnly(14, 0));

        office.Time.Advance(TimeSpan.FromHours(23));
        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(ACustomer.Into(slot, office.Anna)));
        office.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Refusal.NobodyReady, Refused(await office.SendAsync(ACustomer.Into(slot, office.Anna))).Why);
    }

    [Fact]
    public async Task The_age_of_a_calendar_is_told_once_it_is_worth_a_word_and_does_not_change_the_row_before()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite, consultants: 1);
        var (consultant, read) = (office.Consultants[0], office.Time.GetUtcNow());
        var slot = new Slot(office.Today.AddDays(2), new TimeOnly(14, 0));
        await office.ChangeAsync(db =>
        {
            db.Consultants.Single().CalendarId = "berater@beispiel.example";
            db.CalendarStates.Add(new CalendarState { CalendarKey = consultant.CalendarKey, KnownAt = read });
        });
        var fresh = await RowAsync();

        office.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(fresh, await RowAsync());
        office.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((read, true), (await RowAsync()).Ready.Select(r => (r.OldSince, r.Counts)).Single());
        office.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal((read, false), (await RowAsync()).Ready.Select(r => (r.OldSince, r.Counts)).Single());

        async Task<SlotRow> RowAsync() => (await office.Get<PlanPainter>().DayAsync(slot.Day, default)).At(slot.Start)!;
    }

    [Fact]
    public async Task The_same_customer_twice_is_a_warning_that_can_be_overridden()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var first = ACustomer.Named("Özdemir", "Selin", "0151 23456789");
        var done = (CommandAnswer.Done)await office.SendAsync(ACustomer.Into(Tomorrow(office, 11), office.Anna, first));

        var byNumber = ACustomer.Into(Tomorrow(office, 16), office.Ben, ACustomer.Named("Özdemir-Beispiel", "S.", "+49 151 23456789"));
        var byName = ACustomer.Into(Tomorrow(office, 16), office.Ben, ACustomer.Named("oezdemir", " SELIN "));

        Assert.Equal(done.Booking.Id, Assert.IsType<CommandAnswer.Duplicate>(await office.SendAsync(byNumber)).Existing.Id);
        Assert.Equal(done.Booking.Id, Assert.IsType<CommandAnswer.Duplicate>(await office.SendAsync(byName)).Existing.Id);
        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(byName with { DespiteDuplicate = true }));
    }

    [Fact]
    public async Task A_consultant_or_a_disabled_agent_books_nothing()
    {
        await using var office = await Office.OpenAsync(DatabaseKind.Sqlite);
        var clara = await office.HireAsync("clara", "Clara Busch", Roles.Consultant);
        await office.ChangeAsync(db => db.Users.Single(u => u.UserName == "ben").DisabledAt = office.Time.GetUtcNow());

        foreach (var actor in new[] { clara, office.Ben, Actor.System, new Actor(Guid.NewGuid(), "Niemand") })
        {
            Assert.Equal(new CommandAnswer.Denied(Denial.NotAllowed), await office.SendAsync(ACustomer.Into(Tomorrow(office, 11), actor)));
        }
    }

    private static Slot Tomorrow(Office office, int hour) => new(office.Today.AddDays(1), new TimeOnly(hour, 0));

    private static CommandAnswer.Refused Refused(CommandAnswer answer) => Assert.IsType<CommandAnswer.Refused>(answer);
}
