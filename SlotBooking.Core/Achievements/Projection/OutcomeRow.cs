using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>How many customers of a person showed up one after another.</summary>
/// <remarks>
/// A booking gets its place when it is first told whether the customer came, and keeps it. What stands counts: the row is the number of
/// customers who came behind the last no-show or ghost that stands. So a mistake that is put right gives back what it took, and telling
/// old outcomes again moves nothing to the front.
/// </remarks>
/// <param name="player">The person's sums.</param>
/// <param name="isWhole">Whether all bookings from the last miss on that the stretch cannot change are there.</param>
internal sealed class OutcomeRow(Player player, bool isWhole)
{
    private readonly SortedList<int, PlayedBooking> _told = [];

    /// <summary>A booking that has its place already.</summary>
    public void Add(PlayedBooking booking) => _told[booking.RowPlace!.Value] = booking;

    /// <summary>Brings the row in line with what became of a booking.</summary>
    /// <exception cref="NotWholeException">Bookings would have to be looked at that are not there.</exception>
    public void Follow(PlayedBooking booking, BookingStatus before)
    {
        var (was, now) = (Of(before), Of(booking.Status));
        if (booking.RowPlace is null)
        {
            if (now == Came.Untold)
            {
                return;
            }

            booking.RowPlace = ++player.RowPlaces;
            Add(booking);
            was = Came.Untold;
        }

        if (was == now || booking.RowPlace < player.LastMissed)
        {
            return;
        }

        switch (was, now)
        {
            case (_, Came.No) when booking.RowPlace == player.RowPlaces:
                (player.LastMissed, player.CompletedInARow) = (player.RowPlaces, 0);
                break;
            case (Came.No, _) or (_, Came.No):
                Recount();
                break;
            default:
                player.CompletedInARow += now == Came.Yes ? 1 : -1;
                break;
        }
    }

    private void Recount()
    {
        if (!isWhole)
        {
            throw new NotWholeException(player.AccountId);
        }

        (player.LastMissed, player.CompletedInARow) = (0, 0);
        for (var n = _told.Count - 1; n >= 0 && player.LastMissed == 0; n--)
        {
            switch (Of(_told.Values[n].Status))
            {
                case Came.Yes:
                    player.CompletedInARow++;
                    break;
                case Came.No:
                    player.LastMissed = _told.Keys[n];
                    break;
            }
        }
    }

    private static Came Of(BookingStatus status) => status switch
    {
        BookingStatus.Completed => Came.Yes,
        BookingStatus.NoShow or BookingStatus.Ghost => Came.No,
        _ => Came.Untold,
    };

    private enum Came
    {
        Untold,
        Yes,
        No,
    }
}
