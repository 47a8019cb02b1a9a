namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>The appointments that were asked for, as last read. Immutable; a change makes a new sheet.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="All">By time, the earliest first.</param>
/// <param name="IsCut">True when there are more than are read: those nearest to today were taken.</param>
public sealed record MineSheet(MineQuestion Question, IReadOnlyList<BookingView> All, bool IsCut)
{
    /// <summary>The appointment, or null.</summary>
    public BookingView? Find(Guid id) => All.FirstOrDefault(booking => booking.Id == id);

    /// <summary>The sheet after some appointments were read anew; the same object when they are as they were.</summary>
    /// <param name="ids">Those that were asked for.</param>
    /// <param name="rows">Those among them that still belong here.</param>
    public MineSheet With(IReadOnlySet<Guid> ids, IReadOnlyList<BookingView> rows)
    {
        var before = All.Where(booking => ids.Contains(booking.Id)).ToHashSet();
        return before.SetEquals(rows) ? this : this with { All = [.. All.Where(booking => !ids.Contains(booking.Id)).Concat(rows).Order(ByTime)] };
    }

    /// <summary>The sheet after one appointment changed.</summary>
    public MineSheet With(BookingView booking) => With(new HashSet<Guid> { booking.Id }, Question.Covers(booking) ? [booking] : []);

    /// <summary>By time, then by id so that the order never changes by itself.</summary>
    internal static readonly IComparer<BookingView> ByTime = Comparer<BookingView>.Create((one, other) =>
        one.StartsAt != other.StartsAt ? one.StartsAt.CompareTo(other.StartsAt) : one.Id.CompareTo(other.Id));
}
