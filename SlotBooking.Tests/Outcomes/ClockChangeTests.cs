using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.CalendarSync.Feed;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Outcomes;

/// <summary>Appointments that are moved from before the night in which clocks change to after it, and back.</summary>
public sealed class ClockChangeTests
{
    public static TheoryData<DatabaseKind, string, string> Nights => new()
    {
        { DatabaseKind.Sqlite, "2026-10-22", "2026-10-27" },
        { DatabaseKind.Sqlite, "2027-03-25", "2027-03-30" },
        { DatabaseKind.PostgreSql, "2026-10-22", "2026-10-27" },
        { DatabaseKind.PostgreSql, "2027-03-25", "2027-03-30" },
    };

    [Theory, MemberData(nameof(Nights))]
    public async Task Moved_here_it_keeps_its_wall_time_everywhere_and_is_due_a_quarter_past_its_end(DatabaseKind kind, string before, string after)
    {
        var (from, to) = (new Slot(Day(before), new TimeOnly(20, 0)), new Slot(Day(after), new TimeOnly(20, 0)));
        await using var bed = await OutcomeBed.OpenAsync(kind, Berlin.At(from.Day, 9));
        var booking = await bed.BookAsync(0, 20);
        await bed.RoundAsync();
        var move = new Move(Guid.NewGuid(), bed.Office.Anna, booking.Id, to, MoveReason.Customer);

        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(move));
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(new Undo(Guid.NewGuid(), bed.Office.Anna, move.CommandId)));
        Assert.Equal((from, booking.StartsAt), ((await bed.StoredAsync(booking.Id)).Slot, (await bed.StoredAsync(booking.Id)).StartsAt));
        Assert.IsType<CommandAnswer.Done>(await bed.Office.SendAsync(move with { CommandId = Guid.NewGuid() }));
        await bed.RoundAsync();

        var (stored, item) = (await bed.StoredAsync(booking.Id), await bed.EventAsync(booking));
        Assert.Equal((to, Berlin.At(to.Day, 20), Berlin.At(to.Day, 22)), (stored.Slot, stored.StartsAt, stored.EndsAt));
        Assert.Equal((stored.StartsAt, stored.EndsAt), (item.StartsAt, item.EndsAt));
        Assert.Equal(stored.StartsAt, await InFeedAsync(bed, booking));
        await bed.EditAsync(booking, e => e.Title += " ( erschienen )");
        Assert.Equal(BookingStatus.Open, await AtAsync(bed, booking, to.Day, 22, 14));
        Assert.Equal(BookingStatus.Completed, await AtAsync(bed, booking, to.Day, 22, 15));
        Assert.Single(await bed.HistoryAsync(booking.Id));
        Assert.Equal(1, await bed.PlacesAsync(booking.Id));
    }

    [Theory, MemberData(nameof(Nights))]
    public async Task Put_off_in_the_calendar_it_is_judged_anew_by_the_wall_clock_of_the_other_side(DatabaseKind kind, string before, string after)
    {
        var (from, to) = (Day(before), Day(after));
        await using var bed = await OutcomeBed.OpenAsync(kind, Berlin.At(from, 9));
        await bed.EnterAsync("hand", "Muster, Max ( Ghost )", Berlin.At(from, 20));
        bed.GoTo(Berlin.At(from, 22, 15));
        await bed.ReadAsync();
        var first = await bed.ByHandAsync("hand");
        Assert.Equal(BookingStatus.Ghost, first.Status);

        await bed.EditAsync("hand", e => (e.Title, e.StartsAt, e.EndsAt) = ("Muster, Max", Berlin.At(to, 20), Berlin.At(to, 22)));
        await bed.ReadAsync();

        var putOff = await bed.ByHandAsync("hand");
        Assert.Equal((first.Id, BookingStatus.Open, new Slot(to, new TimeOnly(20, 0))), (putOff.Id, putOff.Status, putOff.Slot));
        await bed.EditAsync("hand", e => e.ColorId = "2");
        bed.GoTo(Berlin.At(to, 22, 14));
        await bed.ReadAsync();
        Assert.Equal(BookingStatus.Open, (await bed.ByHandAsync("hand")).Status);
        bed.GoTo(Berlin.At(to, 22, 15));
        await bed.ReadAsync();
        Assert.Equal(BookingStatus.Completed, (await bed.ByHandAsync("hand")).Status);
        Assert.Equal([BookingStatus.Ghost, BookingStatus.Open, BookingStatus.Completed], (await bed.HistoryAsync(first.Id)).Select(c => c.To));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<BookingStatus> AtAsync(OutcomeBed bed, BookingView booking, DateOnly day, int hour, int minute)
    {
        bed.GoTo(Berlin.At(day, hour, minute));
        await bed.RoundAsync();
        return await bed.StatusAsync(booking);
    }

    private static async Task<DateTimeOffset> InFeedAsync(OutcomeBed bed, BookingView booking)
    {
        await using var feeds = bed.Office.Database.AsAnotherProcess(services =>
        {
            Office.Register(services, bed.Office.Time);
            services.AddFeeds();
        });
        var made = Assert.IsType<FeedAnswer.Made>(await feeds.GetRequiredService<FeedDesk>().MakeAsync(bed.Office.Anna, null, CancellationToken.None));
        var file = IcsFile.Read((await feeds.GetRequiredService<FeedReader>().ReadAsync(made.Token, CancellationToken.None))!);
        return IcsFile.Instant(file[booking.Id]["DTSTART"]);
    }
}
