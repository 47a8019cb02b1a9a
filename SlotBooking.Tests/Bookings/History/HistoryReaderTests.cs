using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.History;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Outcomes;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings.History;

public sealed class HistoryReaderTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Everything_that_happened_is_told_once_newest_first_with_who_and_from_where(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var (office, booking) = (bed.Office, await bed.BookAsync(daysAhead: 1, hour: 14));
        var to = new Slot(booking.Slot.Day, new TimeOnly(16, 0));
        await SendAsync(bed, new Move(Guid.NewGuid(), office.Anna, booking.Id, to, MoveReason.Us));
        await SendAsync(bed, new Confirm(Guid.NewGuid(), bed.Clara, booking.Id, IsConfirmed: true));
        await SendAsync(bed, new NoteCallBack(Guid.NewGuid(), office.Anna, booking.Id, "abends", office.Today.AddDays(2)));
        await SendAsync(bed, new NoteCallBack(Guid.NewGuid(), office.Anna, booking.Id, "morgens", null));
        var cancel = new Cancel(Guid.NewGuid(), office.Anna, booking.Id, "keine Zeit");
        await SendAsync(bed, cancel);
        await SendAsync(bed, new Undo(Guid.NewGuid(), office.Anna, cancel.CommandId));
        await bed.RoundAsync();
        bed.GoTo(office.Clock.At(to.Day, new TimeOnly(18, 30)));
        await bed.EditAsync(booking, e => e.Title += " ( Ghost )");
        await bed.RoundAsync();
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(bed, new SetOutcome(Guid.NewGuid(), office.Admin, booking.Id, BookingStatus.Completed));

        var told = await ToldAsync(bed, booking, office.Anna);

        Assert.Equal(
            [
                (new HistoryFact.Outcome(BookingStatus.Ghost, BookingStatus.Completed, null), "Ada Winter", HistorySource.Page, false),
                (new HistoryFact.Outcome(BookingStatus.Open, BookingStatus.Ghost, "Ghost/2"), null, HistorySource.Calendar, false),
                (new HistoryFact.Restored(), "Anna Richter", HistorySource.Page, true),
                (new HistoryFact.Cancelled("keine Zeit"), "Anna Richter", HistorySource.Page, false),
                (new HistoryFact.CallBack(null, "morgens"), "Anna Richter", HistorySource.Page, false),
                (new HistoryFact.CallBack(office.Clock.WallClock(Office.Tuesday).Day.AddDays(2), "abends"), "Anna Richter", HistorySource.Page, false),
                (new HistoryFact.Confirmed(true), "Clara Winter", HistorySource.Page, false),
                (new HistoryFact.Moved(booking.Slot, to, MoveReason.Us), "Anna Richter", HistorySource.Page, false),
                (new HistoryFact.Booked(booking.Slot), "Anna Richter", HistorySource.Page, false),
            ],
            told.Entries.Select(e => ((HistoryFact, string?, HistorySource, bool))(e.What, e.Who, e.From, e.IsUndo)));
        Assert.Equal(told.Entries.Select(e => e.At).OrderDescending(), told.Entries.Select(e => e.At));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_people_do_in_the_calendar_is_told_as_done_there(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        await bed.EnterAsync("hand1", "Beispiel, Hanna", bed.Office.Clock.At(bed.Office.Today, new TimeOnly(11, 0)));
        bed.GoTo(bed.Office.Clock.At(bed.Office.Today, new TimeOnly(14, 0)));
        await bed.RoundAsync();
        var booking = BookingView.Of(await bed.ByHandAsync("hand1"));
        bed.Office.Time.Advance(TimeSpan.FromMinutes(5));
        await bed.EditAsync("hand1", e => e.Title = "Beispiel, Hannah ( erschienen )");
        await bed.RoundAsync();
        bed.Office.Time.Advance(TimeSpan.FromMinutes(5));
        await bed.EditAsync("hand1", e => e.IsCancelled = true);
        await bed.RoundAsync();

        var told = await ToldAsync(bed, booking, bed.Clara);

        Assert.Equal(
            [
                new HistoryFact.DeletedInCalendar(),
                new HistoryFact.Outcome(BookingStatus.Open, BookingStatus.Completed, "Completed/"),
                new HistoryFact.FoundInCalendar(booking.Slot, IsFirst: false),
                new HistoryFact.FoundInCalendar(booking.Slot, IsFirst: true),
            ],
            told.Entries.Select(e => e.What));
        Assert.All(told.Entries, e => Assert.Equal((null, HistorySource.Calendar), (e.Who, e.From)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_who_decide_in_the_same_second_are_both_told_of(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(daysAhead: 1, hour: 14);
        bed.GoTo(booking.StartsAt);

        await Task.WhenAll(bed.SayAsync(booking, BookingStatus.Completed), bed.SayAsync(booking, BookingStatus.NoShow, bed.Clara));

        var decided = (await ToldAsync(bed, booking, bed.Office.Admin)).Entries.Where(e => e.What is HistoryFact.Outcome).ToList();
        Assert.Equal(["Anna Richter", "Clara Winter"], decided.Select(e => e.Who!).Order(StringComparer.Ordinal));
        Assert.Equal(await bed.StatusAsync(booking), Assert.IsType<HistoryFact.Outcome>(decided[0].What).New);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_who_booked_it_and_consultants_and_admins_may_see_it(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var (reader, booking) = (bed.Office.Get<HistoryReader>(), await bed.BookAsync(daysAhead: 1, hour: 14));
        var stranger = new Actor(Guid.NewGuid(), "Fremd");
        await bed.Office.ChangeAsync(db => db.Users.Single(a => a.Id == bed.Clara.AccountId).DisabledAt = bed.Office.Clock.Now);

        Assert.IsType<HistoryAnswer.Told>(await reader.ReadAsync(booking.Id, bed.Office.Anna, CancellationToken.None));
        Assert.IsType<HistoryAnswer.Told>(await reader.ReadAsync(booking.Id, bed.Office.Admin, CancellationToken.None));
        Assert.IsType<HistoryAnswer.NotAllowed>(await reader.ReadAsync(booking.Id, bed.Office.Ben, CancellationToken.None));
        Assert.IsType<HistoryAnswer.NotAllowed>(await reader.ReadAsync(booking.Id, stranger, CancellationToken.None));
        Assert.IsType<HistoryAnswer.NotAllowed>(await reader.ReadAsync(booking.Id, bed.Clara, CancellationToken.None));
        Assert.IsType<HistoryAnswer.NotFound>(await reader.ReadAsync(Guid.NewGuid(), bed.Office.Anna, CancellationToken.None));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_an_erased_customer_it_tells_what_happened_and_nothing_personal(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(daysAhead: 1, hour: 14, ACustomer.Named("Vertraulich", "Veronika", "0171 3920041"));
        await SendAsync(bed, new NoteCallBack(Guid.NewGuid(), bed.Office.Anna, booking.Id, "Veronika abends", null));
        await SendAsync(bed, new NoteCallBack(Guid.NewGuid(), bed.Office.Anna, booking.Id, "Veronika morgens", null));
        var cancel = new Cancel(Guid.NewGuid(), bed.Office.Anna, booking.Id, "Veronika hat keine Zeit");
        await SendAsync(bed, cancel);
        await SendAsync(bed, new Undo(Guid.NewGuid(), bed.Office.Anna, cancel.CommandId));
        await SendAsync(bed, new Cancel(Guid.NewGuid(), bed.Office.Anna, booking.Id, "Veronika will nicht"));
        await bed.Office.Get<CustomerBook>().RunAsync(alsoUnseen: true, CancellationToken.None);
        var customer = (await bed.StoredAsync(booking.Id)).CustomerId!.Value;
        Assert.IsType<CustomerAnswer.Done>(await bed.Office.Get<CustomerErasure>().EraseAsync(customer, "Vertraulich", bed.Office.Admin, CancellationToken.None));

        var told = await ToldAsync(bed, booking, bed.Office.Anna);

        Assert.Equal(7, told.Entries.Count);
        Assert.IsType<HistoryFact.Anonymised>(told.Entries[0].What);
        Assert.DoesNotContain("Ver", System.Text.Json.JsonSerializer.Serialize(told.Entries.Select(e => e.What.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain("Veronika", told.Booking.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Time passes between any two things that people do.</summary>
    private static async Task SendAsync(OutcomeBed bed, BookingCommand command)
    {
        bed.Office.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(command));
    }

    private static async Task<HistoryAnswer.Told> ToldAsync(OutcomeBed bed, BookingView booking, Actor who) =>
        Assert.IsType<HistoryAnswer.Told>(await bed.Office.Get<HistoryReader>().ReadAsync(booking.Id, who, CancellationToken.None));
}
