using SlotBooking.Core.Contacts;

namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>Narrows a sheet by what was typed and chosen. Pure; made once for all rows.</summary>
public sealed class MineFilter
{
    private readonly SearchTerms _terms;
    private readonly IReadOnlySet<Stand> _stands;

    /// <param name="search">Parts of a name in any spelling, or digits of a number.</param>
    /// <param name="stands">The stands that are shown; none named means all.</param>
    public MineFilter(string? search, IReadOnlySet<Stand> stands) => (_terms, _stands) = (SearchTerms.In(search), stands);

    /// <summary>Whether the appointment is shown.</summary>
    public bool LetsThrough(BookingView booking) =>
        (_stands.Count == 0 || _stands.Contains(Stands.Of(booking))) && HasDigits(booking.Phone) && HasWords(booking);

    private bool HasWords(BookingView booking)
    {
        if (_terms.Words.Count == 0)
        {
            return true;
        }

        var name = CustomerName.Key(booking.LastName, booking.FirstName);
        return _terms.Words.All(word => name.Contains(word, StringComparison.Ordinal));
    }

    private bool HasDigits(string? phone) => _terms.Digits is not { Length: > 0 } digits ||
        (phone is not null && string.Concat(phone.Where(char.IsAsciiDigit)).Contains(digits, StringComparison.Ordinal));
}
