using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Outcomes;

/// <summary>What people do in the calendar becomes an outcome: once, when it is due, with its history.</summary>
public sealed class OutcomeReaderTests
{
    public static TheoryData<DatabaseKind, string> Nights => new()
    {
        { DatabaseKind.Sqlite, "2026-06-11" },
        { DatabaseKind.Sqlite, "2026-01-15" },
        { DatabaseKind.Sqlite, "2026-03-28" },
        { DatabaseKind.Sqlite, "2026-10-24" },
        { DatabaseKind.PostgreSql, "2026-03-28" },
        { DatabaseKind.PostgreSql, "2026-10-24" },
    };

    [Theory, MemberData(nameof(Nights))]
    public async Task The_appointment_at_20_is_open_at_2159_and_due_at_2215(DatabaseKind kind, string day)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        await using var bed = await OutcomeBed.OpenAsync(kind, Berlin.At(date, 9));
        await bed.EnterAsync("hand20", "Muster, Max ( erschienen )", Berlin.At(date, 20));
        foreach (var (hour, minute) in new[] { (20, 0), (21, 59), (22, 0), (22, 14) })
        {
            bed.GoTo(Berlin.At(date, hour, minute));
            await bed.ReadAsync();
            Assert.Equal(0, await bed.Office.ReadAsync(db => db.Bookings.CountAsync()));
        }

        bed.GoTo(Berlin.At(date, 22, 15));
        await bed.ReadAsync();

        Assert.Equal(BookingStatus.Completed, (await bed.ByHandAsync("hand20")).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_booking_is_open_until_its_end_and_the_grace_and_then_what_its_marks_say(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var (came, missed, undecided) = (await bed.BookAsync(0, 20), await bed.BookAsync(0, 20), await bed.BookAsync(0, 20));
        await bed.RoundAsync();
        await bed.EditAsync(missed, e => e.Title += " ( nicht erschienen )");
        await bed.EditAsync(undecided, e => e.Title += " ( Vorbehalt )");
        bed.GoTo(came.EndsAt.AddMinutes(14));
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Open, await bed.StatusAsync(came));
        Assert.Equal(BookingStatus.Open, await bed.StatusAsync(missed));

        bed.GoTo(came.EndsAt.AddMinutes(15));
        await bed.RoundAsync();

        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(came));
        Assert.Equal(BookingStatus.NoShow, await bed.StatusAsync(missed));
        Assert.Equal(BookingStatus.Open, await bed.StatusAsync(undecided));
        var change = Assert.Single(await bed.HistoryAsync(missed.Id));
        Assert.Equal((BookingStatus.Open, BookingStatus.NoShow, OutcomeSource.Job, "NoShow/2"), (change.From, change.To, change.Source, change.Detail));
        Assert.Equal(2, (await bed.ToldAsync(EventKinds.OutcomeChanged)).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Looking_twice_for_yesterday_and_after_renames_changes_nothing(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(0, 11);
        await bed.EnterAsync("hand11", "Beispiel, Hanna ( Ghost )", booking.StartsAt);
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddHours(1));
        Assert.IsType<JobReport.Done>(await bed.RunJobAsync());
        await bed.EditAsync(booking, e => e.Title = "Mustermann, Maximilian");
        await bed.EditAsync("hand11", e => e.Title = "Beispiel-Muster, Hanna ( ghost )");
        await bed.EditAsync(booking, e => e.ColorId = "10");
        bed.GoTo(booking.EndsAt.AddDays(1));

        Assert.IsType<JobReport.Done>(await bed.RunJobAsync());
        Assert.IsType<JobReport.Done>(await bed.RunJobAsync());
        await bed.RoundAsync();

        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
        Assert.Single(await bed.HistoryAsync(booking.Id));
        var byHand = await bed.ByHandAsync("hand11");
        Assert.Equal((BookingStatus.Ghost, "Beispiel-Muster", "Hanna"), (byHand.Status, byHand.LastName, byHand.FirstName));
        Assert.Single(await bed.HistoryAsync(byHand.Id));
        Assert.Equal(2, await bed.Office.ReadAsync(db => db.Bookings.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_newest_human_decision_wins_and_both_are_kept(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(0, 11);
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddHours(1));
        await bed.RoundAsync();

        await bed.SayAsync(booking, BookingStatus.Ghost);
        await bed.ReadAsync(); // the calendar still says what it said before
        Assert.Equal(BookingStatus.Ghost, await bed.StatusAsync(booking));
        await bed.RoundAsync();
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Ghost, await bed.StatusAsync(booking));
        Assert.EndsWith(" ( Ghost )", (await bed.EventAsync(booking)).Title, StringComparison.Ordinal);
        bed.Office.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.EditAsync(booking, e => e.Title = e.Title.Replace("( Ghost )", "( erschienen )", StringComparison.Ordinal));
        await bed.RoundAsync();

        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
        Assert.Equal(
            [(BookingStatus.Completed, OutcomeSource.Job, null), (BookingStatus.Ghost, OutcomeSource.Page, bed.Office.Anna.AccountId), (BookingStatus.Completed, OutcomeSource.Calendar, (Guid?)null)],
            (await bed.HistoryAsync(booking.Id)).Select(c => (c.To, c.Source, c.AccountId)));
        Assert.Equal(("Completed", "11"), ((await bed.StoredAsync(booking.Id)).CalendarReading!.Split('/') is [var marker, var color] ? (marker, color) : default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Marks_before_the_appointment_move_places_and_no_outcome(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind, consultants: 1);
        var booked = new List<BookingView>();
        for (var i = 0; i < 4; i++)
        {
            booked.Add(await bed.BookAsync(1, 14));
        }

        await bed.RoundAsync();
        await bed.EditAsync(booked[0], e => e.Title += " ( abgesagt )");
        await bed.EditAsync(booked[1], e => e.ColorId = "6");
        await bed.RoundAsync();
        Assert.Equal((0, 0, 1), (await bed.PlacesAsync(booked[0].Id), await bed.PlacesAsync(booked[1].Id), await bed.PlacesAsync(booked[2].Id)));
        Assert.Equal(BookingStatus.Open, await bed.StatusAsync(booked[0]));
        Assert.Equal(2, (await bed.ToldAsync(EventKinds.Announced)).Count);
        await bed.BookAsync(1, 14);
        await bed.BookAsync(1, 14);

        // Taken away, the place is taken again, even though it was sold meanwhile; an overhang takes two.
        await bed.EditAsync(booked[0], e => e.Title = e.Title.Replace(" ( abgesagt )", "", StringComparison.Ordinal));
        await bed.EditAsync(booked[2], e => e.Title += " ( Überhang )");
        await bed.RoundAsync();

        Assert.Equal((1, 0, 2), (await bed.PlacesAsync(booked[0].Id), await bed.PlacesAsync(booked[1].Id), await bed.PlacesAsync(booked[2].Id)));
        Assert.Equal(6, await bed.Office.ReadAsync(db => db.SlotPlaces.CountAsync()));
        Assert.Empty(await bed.HistoryAsync(booked[0].Id));
        bed.GoTo(booked[0].EndsAt.AddMinutes(15));
        await bed.RoundAsync();
        Assert.Equal(
            [BookingStatus.Completed, BookingStatus.Cancelled, BookingStatus.Overhang],
            [await bed.StatusAsync(booked[0]), await bed.StatusAsync(booked[1]), await bed.StatusAsync(booked[2])]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_marked_booking_that_is_moved_in_the_product_stands_in_its_new_slot_without_the_mark(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(1, 14);
        await bed.RoundAsync();
        await bed.EditAsync(booking, e => (e.Title, e.ColorId) = (e.Title + " ( verschoben )", "6"));
        await bed.RoundAsync();
        Assert.Equal(0, await bed.PlacesAsync(booking.Id));

        var to = new Slot(booking.Slot.Day.AddDays(1), booking.Slot.Start);
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(new Move(Guid.NewGuid(), bed.Office.Anna, booking.Id, to, MoveReason.Customer)));
        await bed.RoundAsync();
        await bed.RoundAsync();

        Assert.Equal(1, await bed.PlacesAsync(booking.Id));
        var item = await bed.EventAsync(booking);
        Assert.Equal((booking.CustomerName, "2"), (item.Title, item.ColorId));
        bed.GoTo(booking.EndsAt.AddDays(1).AddMinutes(15));
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Appointments_entered_by_hand_become_bookings_when_they_are_over(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var start = Berlin.At(bed.Office.Today, 11);
        await bed.EnterAsync("handa", "Muster, Erika ( abgesagt )", start, description: "Notiz\n\n[Booked by: ANNA]");
        await bed.EnterAsync("handb", "Beispiel", start, color: "9", description: "[Booked by: niemand]");
        await bed.EnterAsync("handc", "T1-bereit", start);
        await bed.EnterAsync("handd", "24", start);
        bed.GoTo(start.AddHours(3));

        await bed.RunJobAsync();
        await bed.RunJobAsync();

        var (one, two) = (await bed.ByHandAsync("handa"), await bed.ByHandAsync("handb"));
        Assert.Equal(("Muster", "Erika", BookingStatus.Cancelled, bed.Office.Anna.AccountId, "anna"), (one.LastName, one.FirstName, one.Status, one.AgentId, one.AgentName));
        Assert.Equal(("Beispiel", "", BookingStatus.Completed, Guid.Empty, ""), (two.LastName, two.FirstName, two.Status, two.AgentId, two.AgentName));
        Assert.Equal(2, await bed.Office.ReadAsync(db => db.Bookings.CountAsync()));
        Assert.Equal(0, await bed.Office.ReadAsync(db => db.SlotPlaces.CountAsync()));
        await bed.WriteAsync();
        Assert.Equal(4, await bed.Office.ReadAsync(db => db.LocalEvents.CountAsync(e => e.CalendarKey == CalendarKeys.Central)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_that_is_deleted_put_off_or_entered_again_follows_its_event(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var start = Berlin.At(bed.Office.Today, 11);
        await bed.EnterAsync("handa", "Muster, Erika ( erschienen )", start);
        bed.GoTo(start.AddHours(3));
        await bed.ReadAsync();

        await bed.EditAsync("handa", e => e.IsCancelled = true);
        await bed.ReadAsync();
        var deleted = await bed.ByHandAsync("handa");
        Assert.Equal((BookingStatus.Cancelled, "im Kalender gelöscht"), (deleted.Status, deleted.CancelReason));
        await bed.EditAsync("handa", e => e.IsCancelled = false);
        await bed.ReadAsync();
        var again = await bed.ByHandAsync("handa");
        Assert.Equal((BookingStatus.Completed, null), (again.Status, again.CancelReason));

        await bed.EditAsync("handa", e => (e.StartsAt, e.EndsAt, e.Title) = (e.StartsAt.AddDays(2), e.EndsAt.AddDays(2), "Muster, Erika"));
        await bed.ReadAsync();
        var putOff = await bed.ByHandAsync("handa");
        Assert.Equal((BookingStatus.Open, bed.Office.Today.AddDays(2)), (putOff.Status, putOff.Day));
        await bed.EditAsync("handa", e => e.ColorId = "11");
        bed.GoTo(putOff.EndsAt.AddMinutes(15));
        await bed.ReadAsync();
        Assert.Equal(BookingStatus.NoShow, (await bed.ByHandAsync("handa")).Status);
        Assert.Equal(6, (await bed.HistoryAsync(putOff.Id)).Count);
    }

    [Fact]
    public async Task Three_hundred_events_of_one_day_are_judged_each_once()
    {
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite);
        var start = Berlin.At(bed.Office.Today, 9);
        string[] marks = ["", " ( erschienen )", " ( Ghost )", " ( foo )"];
        for (var i = 0; i < 300; i++)
        {
            await bed.EnterAsync($"hand{i:000}", $"Muster{i}, Max{marks[i % 4]}", start.AddMinutes(i), color: i % 4 == 0 ? "99" : "2");
        }

        bed.GoTo(Berlin.At(bed.Office.Today, 21));
        var report = Assert.IsType<JobReport.Done>(await bed.RunJobAsync());
        Assert.Equal("300 Termine angesehen, 150 Ergebnisse neu, 300 von Hand eingetragene gefunden, 150 noch offen. Unbekannte Markierungen: 75. Unbekannt: Farbe 99.", report.Text);
        Assert.Equal("150 Termine angesehen, 0 Ergebnisse neu, 0 von Hand eingetragene gefunden, 150 noch offen. Unbekannte Markierungen: 75. Unbekannt: Farbe 99.", (await bed.RunJobAsync()).Text);
        Assert.Equal(150, await bed.Office.ReadAsync(db => db.OutcomeChanges.CountAsync()));
    }

    [Fact]
    public async Task Nothing_is_judged_on_knowledge_older_than_the_end_of_an_appointment()
    {
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite);
        var booking = await bed.BookAsync(0, 11);
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddMinutes(5));
        await bed.RoundAsync();
        bed.GoTo(booking.EndsAt.AddHours(3));

        await bed.Office.Get<OutcomeReader>().RunAsync(CancellationToken.None);

        Assert.Equal(BookingStatus.Open, await bed.StatusAsync(booking)); // the calendar was last read before it was due
        await bed.RoundAsync();
        bed.Office.Time.Advance(TimeSpan.FromMinutes(1));
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
    }

    [Fact]
    public async Task What_an_admin_adds_to_the_tables_decides_what_was_undecided_and_nothing_else()
    {
        await using var bed = await OutcomeBed.OpenAsync(DatabaseKind.Sqlite);
        var (one, two) = (await bed.BookAsync(0, 11), await bed.BookAsync(0, 11));
        await bed.RoundAsync();
        await bed.EditAsync(one, e => e.ColorId = "99");
        bed.GoTo(one.EndsAt.AddHours(1));
        await bed.RunJobAsync();
        Assert.Equal((BookingStatus.Open, BookingStatus.Completed), (await bed.StatusAsync(one), await bed.StatusAsync(two)));

        await bed.Office.Get<SettingsStore>().ChangeAsync(
            OutcomeSections.OutcomesSection,
            s => s with { Colours = [new("99", BookingStatus.Ghost), new("2", BookingStatus.NoShow), .. s.Colours.Where(c => c.ColorId != "2")] },
            bed.Office.Admin,
            CancellationToken.None);
        await bed.RunJobAsync();

        Assert.Equal((BookingStatus.Ghost, BookingStatus.Completed), (await bed.StatusAsync(one), await bed.StatusAsync(two)));
    }
}
