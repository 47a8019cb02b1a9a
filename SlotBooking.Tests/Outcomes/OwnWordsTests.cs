using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Settings;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Outcomes;

public sealed class OwnWordsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_word_of_the_offices_own_frees_the_place_and_is_no_part_of_the_name(DatabaseKind kind)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var start = bed.Office.Clock.At(bed.Office.Today, new TimeOnly(14, 0));
        Assert.Empty(await bed.Office.Get<SettingsStore>().ChangeAsync(
            OutcomeSections.OutcomesSection,
            s => s with { Markers = [.. s.Markers, new MarkerWord("geplatzt", TitleMarker.Cancelled)] },
            bed.Office.Admin,
            CancellationToken.None));
        await bed.EnterAsync("hand1", "Müller, Jörg (Geplatzt)", start);
        await bed.EnterAsync("hand2", "Muster, Max (verplatzt)", start);
        await bed.EnterAsync("hand3", "12 ( geplatzt )", start);

        await bed.RoundAsync();

        Assert.Equal(["hand2"], await bed.Office.ReadAsync(db => db.CentralTakings.AsNoTracking().Select(t => t.EventId).ToListAsync()));
        bed.GoTo(start.AddHours(3));
        await bed.RoundAsync();
        var booking = await bed.ByHandAsync("hand1");
        Assert.Equal(("Müller", "Jörg", "mueller, joerg", BookingStatus.Cancelled), (booking.LastName, booking.FirstName, booking.NameKey, booking.Status));
        Assert.Equal("Max (verplatzt)", (await bed.ByHandAsync("hand2")).FirstName);
    }
}
