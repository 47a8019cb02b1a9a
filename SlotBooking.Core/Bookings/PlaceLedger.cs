using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>The places of the slots that one batch of commands touches, kept up to date while the batch decides one command after another.</summary>
/// <remarks>Lives for one transaction, which holds the locks of all these slots.</remarks>
internal sealed class PlaceLedger(SlotBookingDb db, IReadOnlyDictionary<Slot, SlotDetail> slots)
{
    private readonly Dictionary<Slot, SortedSet<int>> _sold = [];
    private readonly Dictionary<(Slot Slot, int Number), SlotPlace> _freed = [];

    /// <summary>The facts of a slot, with what this batch has sold and freed so far.</summary>
    public SlotFacts Facts(Slot slot)
    {
        var detail = slots[slot];
        return _sold.TryGetValue(slot, out var sold)
            ? detail.Facts with { Taken = detail.Facts.Taken - detail.SoldNumbers.Count + sold.Count }
            : detail.Facts;
    }

    /// <summary>Gives the booking its places, with the lowest free numbers.</summary>
    public void Take(Slot slot, Booking booking)
    {
        var sold = Sold(slot);
        var missing = booking.Places;
        for (var number = 1; missing > 0; number++)
        {
            if (sold.Add(number))
            {
                Put(slot, number, booking.Id);
                missing--;
            }
        }
    }

    /// <summary>Frees the booking's places, which must have been loaded into the context.</summary>
    public void Release(Slot slot, Booking booking)
    {
        var sold = Sold(slot);
        foreach (var place in db.SlotPlaces.Local.Where(p => p.BookingId == booking.Id).ToArray())
        {
            db.SlotPlaces.Remove(place);
            sold.Remove(place.Number);
            if (db.Entry(place).State == EntityState.Deleted)
            {
                _freed[(slot, place.Number)] = place;
            }
        }
    }

    private SortedSet<int> Sold(Slot slot)
    {
        if (!_sold.TryGetValue(slot, out var sold))
        {
            _sold[slot] = sold = [.. slots[slot].SoldNumbers];
        }

        return sold;
    }

    /// <summary>A place that this batch freed is still tracked under the same key: it changes hands instead of being added anew.</summary>
    private void Put(Slot slot, int number, Guid bookingId)
    {
        if (_freed.Remove((slot, number), out var freed))
        {
            db.Entry(freed).State = EntityState.Modified;
            freed.BookingId = bookingId;
        }
        else
        {
            db.SlotPlaces.Add(new SlotPlace { Day = slot.Day, Start = slot.Start, Number = number, BookingId = bookingId });
        }
    }
}
