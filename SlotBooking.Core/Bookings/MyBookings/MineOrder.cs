using System.Globalization;

namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>What a table of appointments can be sorted by.</summary>
public enum MineColumn
{
    /// <summary>The appointment's time.</summary>
    When,

    /// <summary>The customer's name.</summary>
    Customer,

    /// <summary>The number as typed.</summary>
    Phone,

    /// <summary>The potential, the most promising first.</summary>
    Potential,

    /// <summary>The stand, in the order of the board.</summary>
    Stand,

    /// <summary>The call-back's day; without one last.</summary>
    CallBack,

    /// <summary>When it was booked.</summary>
    Booked,

    /// <summary>The agent's name.</summary>
    Agent,
}

/// <summary>The order of a table. Names are sorted as in a German phone book, whatever the page's language.</summary>
/// <param name="Column">By what.</param>
/// <param name="IsDescending">The other way round.</param>
public sealed record MineOrder(MineColumn Column, bool IsDescending)
{
    private static readonly StringComparer Names = StringComparer.Create(CultureInfo.GetCultureInfo("de-DE"), ignoreCase: true);

    private static readonly Potential[] Promising = [Bookings.Potential.Top, Bookings.Potential.Closer, Bookings.Potential.WinBack, Bookings.Potential.Normal];

    /// <summary>Sorts; rows that are equal stand by time.</summary>
    public IEnumerable<BookingView> Sort(IEnumerable<BookingView> bookings) => Column switch
    {
        MineColumn.Customer => By(bookings, b => b.CustomerName, Names),
        MineColumn.Phone => By(bookings.OrderBy(b => b.Phone is null), b => b.Phone ?? "", StringComparer.Ordinal),
        MineColumn.Potential => By(bookings, b => Array.IndexOf(Promising, b.Potential), Comparer<int>.Default),
        MineColumn.Stand => By(bookings, b => (int)Stands.Of(b).Lane(), Comparer<int>.Default),
        MineColumn.CallBack => By(bookings.OrderBy(b => b.CallBackOn is null && b.CallBackNote is null), b => b.CallBackOn ?? DateOnly.MaxValue, Comparer<DateOnly>.Default),
        MineColumn.Booked => By(bookings, b => b.BookedAt, Comparer<DateTimeOffset>.Default),
        MineColumn.Agent => By(bookings, b => b.AgentName, Names),
        _ => By(bookings, b => b.StartsAt, Comparer<DateTimeOffset>.Default),
    };

    private IEnumerable<BookingView> By<T>(IEnumerable<BookingView> bookings, Func<BookingView, T> key, IComparer<T> order)
    {
        var sorted = (bookings, IsDescending) switch
        {
            (IOrderedEnumerable<BookingView> grouped, false) => grouped.ThenBy(key, order),
            (IOrderedEnumerable<BookingView> grouped, true) => grouped.ThenByDescending(key, order),
            (_, false) => bookings.OrderBy(key, order),
            _ => bookings.OrderByDescending(key, order),
        };
        return IsDescending ? sorted.ThenByDescending(b => b.StartsAt).ThenBy(b => b.Id) : sorted.ThenBy(b => b.StartsAt).ThenBy(b => b.Id);
    }
}
