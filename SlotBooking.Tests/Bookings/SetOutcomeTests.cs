using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Outcomes;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Bookings;

/// <summary>What people say in the product: outcome, confirmation, call-back.</summary>
public sealed class SetOutcomeTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_people_at_the_same_instant_are_both_kept_and_the_later_counts(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(0, 11);
        bed.GoTo(booking.EndsAt.AddHours(1));

        var answers = await Task.WhenAll(
            bed.SayAsync(booking, BookingStatus.Completed),
            bed.SayAsync(booking, BookingStatus.NoShow, bed.Clara),
            bed.SayAsync(booking, BookingStatus.Ghost, bed.Office.Admin),
            bed.SayAsync(booking, BookingStatus.Completed, bed.Office.Admin));

        Assert.All(answers, answer => Assert.IsType<CommandAnswer.Done>(answer));
        var history = await bed.HistoryAsync(booking.Id);
        Assert.InRange(history.Count, 3, 4);
        Assert.Equal(BookingStatus.Open, history[0].From);
        Assert.All(history.Zip(history.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal(history[^1].To, await bed.StatusAsync(booking));
        Assert.Equal(history.Count, (await bed.ToldAsync(EventKinds.OutcomeChanged)).Count);
        Assert.Equal(1, await bed.PlacesAsync(booking.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_command_sent_twice_is_carried_out_once_and_can_be_taken_back_once(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(0, 11);
        bed.GoTo(booking.EndsAt.AddHours(1));
        await bed.RoundAsync();
        var ghost = new SetOutcome(Guid.NewGuid(), bed.Office.Anna, booking.Id, BookingStatus.Ghost);

        Assert.False(Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ghost)).WasRepeated);
        Assert.True(Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(ghost)).WasRepeated);
        await bed.WriteAsync();
        var back = Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(new Undo(Guid.NewGuid(), bed.Office.Anna, ghost.CommandId)));
        Assert.Equal(new CommandAnswer.Denied(Denial.CannotUndo), await bed.Office.SendAsync(new Undo(Guid.NewGuid(), bed.Office.Anna, ghost.CommandId)));

        Assert.Equal(BookingStatus.Completed, back.Booking.Status);
        await bed.RoundAsync();
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
        Assert.EndsWith("( erschienen )", (await bed.EventAsync(booking)).Title, StringComparison.Ordinal);
        Assert.Equal(3, (await bed.HistoryAsync(booking.Id)).Count);
    }

    [Fact]
    public async Task Whether_a_customer_shows_up_cannot_be_said_before_the_appointment_begins()
    {
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite);
        var booking = await bed.BookAsync(0, 11);

        foreach (var outcome in new[] { BookingStatus.Completed, BookingStatus.NoShow, BookingStatus.Ghost })
        {
            Assert.Equal(new CommandAnswer.Denied(Denial.TooEarly), await bed.SayAsync(booking, outcome));
        }

        bed.GoTo(booking.StartsAt.AddMinutes(10));
        Assert.IsType<CommandAnswer.Done>(await bed.SayAsync(booking, BookingStatus.NoShow));
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddHours(1));
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.NoShow, await bed.StatusAsync(booking));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Calling_off_frees_the_place_and_standing_again_needs_a_free_one(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind, consultants: 1);
        var booking = await bed.BookAsync(1, 14);
        Assert.IsType<CommandAnswer.Done>(await bed.SayAsync(booking, BookingStatus.Rescheduled));
        Assert.Equal(0, await bed.PlacesAsync(booking.Id));
        var others = new List<BookingView>();
        for (var i = 0; i < 4; i++)
        {
            others.Add(await bed.BookAsync(1, 14));
        }

        Assert.Equal(Refusal.Full, Assert.IsType<CommandAnswer.Refused>(await bed.SayAsync(booking, BookingStatus.Open)).Why);
        await bed.SayAsync(others[0], BookingStatus.Exit);
        Assert.IsType<CommandAnswer.Done>(await bed.SayAsync(booking, BookingStatus.Open));
        Assert.IsType<CommandAnswer.Done>(await bed.SayAsync(others[1], BookingStatus.Overhang));

        Assert.Equal((1, 0, 2), (await bed.PlacesAsync(booking.Id), await bed.PlacesAsync(others[0].Id), await bed.PlacesAsync(others[1].Id)));
        await bed.RoundAsync();
        Assert.Equal((others[1].CustomerName + " ( Überhang )", "8"), await LooksAsync(bed, others[1]));
        Assert.Equal((booking.CustomerName, "2"), await LooksAsync(bed, booking));
        Assert.Equal((others[0].CustomerName + " ( Exit )", "6"), await LooksAsync(bed, others[0]));
    }

    [Fact]
    public async Task Only_who_booked_consultants_and_admins_say_what_became_of_it()
    {
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite);
        var booking = await bed.BookAsync(0, 11);
        bed.GoTo(booking.EndsAt.AddHours(1));

        Assert.Equal(new CommandAnswer.Denied(Denial.NotYours), await bed.SayAsync(booking, BookingStatus.Ghost, bed.Office.Ben));
        Assert.Equal(new CommandAnswer.Denied(Denial.NotAllowed), await bed.SayAsync(booking, BookingStatus.Ghost, new Actor(Guid.NewGuid(), "Niemand")));
        Assert.IsType<CommandAnswer.Done>(await bed.SayAsync(booking, BookingStatus.Ghost, bed.Clara));
        Assert.IsType<CommandAnswer.Invalid>(await bed.SayAsync(booking, (BookingStatus)99));
        Assert.Equal(
            new CommandAnswer.Denied(Denial.NotAllowed),
            await bed.Office.SendAsync(new NoteCallBack(Guid.NewGuid(), bed.Clara, booking.Id, "Abends", On: null)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_confirmation_and_a_call_back_are_kept_told_and_taken_back(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(1, 11);
        var confirm = new Confirm(Guid.NewGuid(), bed.Office.Anna, booking.Id, IsConfirmed: true);
        var note = new NoteCallBack(Guid.NewGuid(), bed.Office.Anna, booking.Id, "  nach 17 Uhr  ", bed.Office.Today.AddDays(1));

        Assert.True(Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(confirm)).Booking.IsConfirmed);
        Assert.False(Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(new Undo(Guid.NewGuid(), bed.Office.Anna, confirm.CommandId))).Booking.IsConfirmed);
        var noted = Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(note)).Booking;
        Assert.Equal(("nach 17 Uhr", bed.Office.Today.AddDays(1)), (noted.CallBackNote, noted.CallBackOn!.Value));
        var gone = Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(new Undo(Guid.NewGuid(), bed.Office.Anna, note.CommandId))).Booking;

        Assert.Equal((null, null), (gone.CallBackNote, gone.CallBackOn));
        Assert.Equal(2, (await bed.ToldAsync(EventKinds.Confirmed)).Count);
        Assert.All(await bed.ToldAsync(EventKinds.CallBack), told => Assert.Null(told.Detail));
        var past = await bed.Office.SendAsync(note with { CommandId = Guid.NewGuid(), On = bed.Office.Today.AddDays(-1) });
        Assert.Equal("day", Assert.Single(Assert.IsType<CommandAnswer.Invalid>(past).Errors).Field);
        var tooLong = await bed.Office.SendAsync(note with { CommandId = Guid.NewGuid(), Note = new string('x', 501) });
        Assert.Equal(FieldProblem.TooLong, Assert.Single(Assert.IsType<CommandAnswer.Invalid>(tooLong).Errors).Problem);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_appointment_entered_by_hand_gets_its_marks_and_is_moved_in_the_calendar(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        await bed.EnterAsync("handa", "Muster, Erika ( verschoben ) ( Ghost )", bed.Office.Clock.Now.AddHours(-5), color: "9", description: "[Booked by: anna]");
        await bed.ReadAsync();
        var booking = BookingView.Of(await bed.ByHandAsync("handa"));
        Assert.True(booking.IsByHand);

        Assert.IsType<CommandAnswer.Done>(await bed.SayAsync(booking, BookingStatus.Completed));
        Assert.Equal(new CommandAnswer.Denied(Denial.ByHand), await bed.Office.SendAsync(new Cancel(Guid.NewGuid(), bed.Office.Anna, booking.Id, "Probe")));
        await bed.RoundAsync();
        await bed.RoundAsync();

        var item = await bed.Office.ReadAsync(db => db.LocalEvents.AsNoTracking().SingleAsync(e => e.EventId == "handa"));
        Assert.Equal(("Muster, Erika ( erschienen )", "9"), (item.Title, item.ColorId));
        Assert.Equal([OutcomeSource.Job, OutcomeSource.Page], (await bed.HistoryAsync(booking.Id)).Select(c => c.Source));
        Assert.Equal(0, await bed.PlacesAsync(booking.Id));
    }

    private static async Task<(string, string?)> LooksAsync(OutcomeBed bed, BookingView booking)
    {
        var item = await bed.EventAsync(booking);
        return (item.Title, item.ColorId);
    }
}
