using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Calendars.Google.Steps;

/// <summary>A process is killed before and after every request and every commit, one after the other; the next one goes on.</summary>
[Trait(Needs.Trait, Needs.Processes)]
public sealed class KilledCalendarTests
{
    private const int MostSteps = 60;
    private static readonly TimeSpan ClaimIsOver = TimeSpan.FromMinutes(4);

    [Theory, ClassData(typeof(KillingGround))]
    public async Task Killed_between_any_two_steps_of_a_write_there_is_one_event_in_the_end(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateDurableAsync(kind);
        var step = 1;
        for (var isOver = false; !isOver; step++)
        {
            Assert.InRange(step, 1, MostSteps);
            var booking = await bed.Bed.BookAsync();
            isOver = await DieAsync(bed, "write", step);

            bed.Bed.Time.Advance(ClaimIsOver);
            await bed.DrainAsync();
            var mine = bed.Central.Alive().Where(e => (string?)e["extendedProperties"]?["private"]?["bookingId"] == booking.Id.ToString()).ToList();
            Assert.True(mine.Count == 1, FormattableString.Invariant($"Killed at step {step}: {mine.Count} events."));
        }

        Assert.True(step > 8, FormattableString.Invariant($"The worker was killed {step - 2} times, too seldom to mean anything."));
        await bed.SyncAsync();
        await AgreesAsync(bed);
    }

    [Theory, ClassData(typeof(KillingGround))]
    public async Task Killed_between_any_two_steps_of_a_sync_the_next_one_agrees_and_no_booking_is_touched(DatabaseKind kind)
    {
        await using var bed = await GoogleBed.CreateDurableAsync(kind);
        bed.Google.Pages.Size = 2;
        var booking = await bed.Bed.BookAsync();
        await bed.DrainAsync();
        await bed.SyncAsync();
        var step = 1;
        for (var isOver = false; !isOver; step++)
        {
            Assert.InRange(step, 1, MostSteps);
            for (var number = 0; number < 3; number++)
            {
                bed.Central.Insert(GoogleBed.Entered(FormattableString.Invariant($"hand{step:d3}{number}"), "Beispiel, Ines", bed.Bed.Hours(1 + (step % 5), 11)));
            }

            bed.Central.Change(AppointmentEventId.Of(booking.Id, 0), new JsonObject { ["colorId"] = (step % 2) == 0 ? "7" : "3" }, ifMatch: null);
            isOver = await DieAsync(bed, "read", step);

            bed.Bed.Time.Advance(ClaimIsOver);
            await bed.SyncAsync();
            await AgreesAsync(bed);
        }

        Assert.True(step > 6, FormattableString.Invariant($"The worker was killed {step - 2} times, too seldom to mean anything."));
        await using var db = await bed.Bed.ReadAsync();
        Assert.Equal(BookingStatus.Open, (await db.Bookings.SingleAsync()).Status);
    }

    /// <summary>True when the worker got to the end before the step.</summary>
    private static async Task<bool> DieAsync(GoogleBed bed, string what, int step)
    {
        string[] settings = [.. GoogleBed.Configuration(bed.Google).SelectMany(s => new[] { s.Name, s.Value })];
        await using var worker = await ChildProcess.StartVerbAsync(
        [
            "worker", "calendar-steps", what, step.ToString(CultureInfo.InvariantCulture),
            bed.Bed.Time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), bed.Bed.ConnectionString, .. settings,
        ]);
        await worker.WaitForExitAsync();
        return worker.Lines.Contains("done");
    }

    private static async Task AgreesAsync(GoogleBed bed)
    {
        var mirrored = await bed.Bed.MirrorAsync(CalendarKeys.Central);
        Assert.Equal(
            bed.Central.Alive().Select(e => ((string)e["id"]!, (string?)e["colorId"])).Order(),
            mirrored.Select(e => (e.EventId, e.ColorId)).Order());
    }
}
