using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.CalendarSync;

public sealed class CalendarLoopsTests
{
    [Fact]
    public async Task An_edited_local_calendar_is_read_at_once_and_not_only_after_the_interval()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite, ("Calendar:SyncSeconds", "3600"));
        var clara = await bed.AddConsultantAsync("Clara");
        using var loop = ActivatorUtilities.CreateInstance<CalendarSyncLoop>(bed.Get<IServiceProvider>());
        await loop.StartAsync(default);
        await Eventually.HoldsAsync(() => bed.Health.Current.OfConsultant(clara.Id)?.KnownAt is not null, "the first look");

        await bed.EditAsync(clara.CalendarKey, edit => edit.PutAsync("e1", "T1-bereit", bed.Hours(1, 11), default));

        await Eventually.HoldsAsync(async () => (await bed.MirrorAsync(clara.CalendarKey)).Count == 1, "the edit in the mirror");
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task A_booking_is_written_by_the_running_program()
    {
        await using var bed = await CalendarBed.CreateAsync(DatabaseKind.Sqlite);
        using var loop = ActivatorUtilities.CreateInstance<CalendarOutboxLoop>(bed.Get<IServiceProvider>());
        await loop.StartAsync(default);

        await bed.BookAsync();

        await using var db = await bed.ReadAsync();
        await Eventually.HoldsAsync(() => db.LocalEvents.AnyAsync(), "the event in the calendar");
        await loop.StopAsync(default);
    }
}
