using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Persistence;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.CalendarSync;

public sealed class CalendarOutboxTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_booking_becomes_one_event_with_all_its_fields(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var booking = await bed.BookAsync();

        await bed.RunOutboxAsync();
        await bed.RunOutboxAsync();

        await using var db = await bed.ReadAsync();
        var made = await db.LocalEvents.SingleAsync();
        Assert.Equal((CalendarKeys.Central, booking.Id, "Muster, Max", "7", false), (made.CalendarKey, made.BookingId, made.Title, made.ColorId, made.IsCancelled));
        Assert.Equal("Ruft lieber abends zurück.\n\n[Booked by: anna]", made.Description);
        Assert.Equal((booking.StartsAt, booking.EndsAt), (made.StartsAt, made.EndsAt));
        Assert.Equal(AppointmentEventId.Of(booking.Id, 0), made.EventId);
        Assert.Equal(0, bed.Health.Current.Waiting);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_cancel_and_undo_leave_one_event_as_the_booking_stands(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        var booking = await bed.BookAsync();
        await bed.RunOutboxAsync();
        var to = bed.Hours(2, 16);

        await bed.MoveAsync(booking, to);
        await bed.RunOutboxAsync();
        Assert.Equal((to.Start, false), await EventAsync(bed));

        await bed.CancelAsync(booking);
        await bed.RunOutboxAsync();
        Assert.Equal((to.Start, true), await EventAsync(bed));

        await bed.RestoreAsync(booking);
        await bed.RunOutboxAsync();
        Assert.Equal((to.Start, false), await EventAsync(bed));
    }

    [Fact]
    public async Task A_booking_that_was_cancelled_before_it_was_written_makes_no_event()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        var booking = await bed.BookAsync();
        await bed.CancelAsync(booking);

        await bed.RunOutboxAsync();

        await using var db = await bed.ReadAsync();
        Assert.Equal(0, await db.LocalEvents.CountAsync());
        var write = await bed.WriteOfAsync(booking);
        Assert.Equal(write.Wanted, write.Done);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_outboxes_at_once_write_every_booking_once(DatabaseKind kind)
    {
        await using var bed = await CalendarBed.CreateAsync(kind);
        for (var number = 0; number < 12; number++)
        {
            await bed.BookAsync();
        }

        await using var other = bed.AnotherProcess();
        await Task.WhenAll(RunAsync(bed, bed.Outbox), RunAsync(bed, other.GetRequiredService<CalendarOutbox>()));
        await bed.RunOutboxAsync();

        await using var db = await bed.ReadAsync();
        Assert.Equal(12, await db.LocalEvents.CountAsync());
        Assert.Equal(12, await db.LocalEvents.MaxAsync(e => e.Revision));
        Assert.True(await db.CalendarWrites.AllAsync(w => w.Done == w.Wanted));
    }

    [Fact]
    public async Task A_worker_that_died_after_claiming_is_followed_by_another_when_its_lease_is_over()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        var booking = await bed.BookAsync();
        await bed.Get<OutboxIntake>().RunAsync(default);
        await new OutboxRows(bed.Database, bed.Get<CalendarDirectory>(), bed.Clock).ClaimAsync(booking.Id, isProbe: false, default);

        await bed.RunOutboxAsync();
        Assert.Equal(0, await CountAsync(bed));

        bed.Time.Advance(OutboxRows.Lease);
        await bed.RunOutboxAsync();
        Assert.Equal(1, await CountAsync(bed));
    }

    /// <summary>On PostgreSQL two readers that begin at the same instant both want to make the cursor: one is told to try again.</summary>
    private static async Task RunAsync(CalendarBed bed, CalendarOutbox outbox)
    {
        try
        {
            await bed.RunOutboxAsync(outbox);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            await bed.RunOutboxAsync(outbox);
        }
    }

    private static async Task<int> CountAsync(CalendarBed bed)
    {
        await using var db = await bed.ReadAsync();
        return await db.LocalEvents.CountAsync();
    }

    private static async Task<(DateTimeOffset Start, bool IsCancelled)> EventAsync(CalendarBed bed)
    {
        await using var db = await bed.ReadAsync();
        var row = await db.LocalEvents.AsNoTracking().SingleAsync();
        return (row.StartsAt, row.IsCancelled);
    }
}
