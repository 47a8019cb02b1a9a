using SlotBooking.Core.Bookings;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Outcomes;

/// <summary>Customers whose names look like markers, from the desk to the calendar and back.</summary>
public sealed class OddNamesTests
{
    public static TheoryData<DatabaseKind, string, string> Names => new()
    {
        { DatabaseKind.Sqlite, "Ghost", "Erika" },
        { DatabaseKind.PostgreSql, "Ghost", "Erika" },
        { DatabaseKind.Sqlite, "Exit", "Anna (Ghost)" },
        { DatabaseKind.Sqlite, "Meier (Schulz)", "Anna" },
        { DatabaseKind.Sqlite, "Überhang", "Jörg" },
        { DatabaseKind.Sqlite, "U\u0308berhang", "Jo\u0308rg" },
        { DatabaseKind.Sqlite, "Muster ( Abgesagt )", "Max" },
    };

    [Theory, MemberData(nameof(Names))]
    public async Task A_name_is_never_an_outcome_and_a_marker_behind_it_always_is(DatabaseKind kind, string lastName, string firstName)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var booking = await bed.BookAsync(0, 14, ACustomer.Named(lastName, firstName));
        await bed.RoundAsync();
        Assert.Equal((BookingStatus.Open, 1), (await bed.StatusAsync(booking), await bed.PlacesAsync(booking.Id)));
        bed.GoTo(booking.EndsAt.AddMinutes(15));
        await bed.EditAsync(booking, e => e.ColorId = null);
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Open, await bed.StatusAsync(booking));

        await bed.EditAsync(booking, e => e.ColorId = "2");
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.Completed, await bed.StatusAsync(booking));
        await bed.EditAsync(booking, e => e.Title += "(NICHT  erschienen)");
        await bed.RoundAsync();
        Assert.Equal(BookingStatus.NoShow, await bed.StatusAsync(booking));
        await bed.SayAsync(booking, BookingStatus.Ghost);
        await bed.RoundAsync();

        Assert.Equal(($"{booking.CustomerName} ( Ghost )", BookingStatus.Ghost), ((await bed.EventAsync(booking)).Title, await bed.StatusAsync(booking)));
        Assert.Equal((lastName, firstName), ((await bed.StoredAsync(booking.Id)).LastName, (await bed.StoredAsync(booking.Id)).FirstName));
        Assert.Equal(
            [BookingStatus.Completed, BookingStatus.NoShow, BookingStatus.Ghost],
            (await bed.HistoryAsync(booking.Id)).Select(c => c.To));
    }
}
