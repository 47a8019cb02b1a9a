using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings.ReadinessWeeks;

/// <summary>Why a cell of the week looks as it does, in the order in which reasons are looked for.</summary>
public enum ReadinessState
{
    /// <summary>The slot has begun; nothing changes any more.</summary>
    Past,

    /// <summary>A holiday or a block lies over it.</summary>
    Blocked,

    /// <summary>Too far ahead for the calendars: the standard staffing counts, or nobody yet.</summary>
    Staffing,

    /// <summary>The consultant never holds appointments then.</summary>
    Restricted,

    /// <summary>Another event of the calendar stands in the way.</summary>
    Busy,

    /// <summary>Can be set and cleared.</summary>
    Open,
}

/// <summary>One slot of a consultant's week.</summary>
/// <param name="Slot">Which.</param>
/// <param name="IsReady">Whether the consultant counts as ready.</param>
/// <param name="State">What can be done and why not.</param>
/// <param name="Reason">The holiday, the block's reason or the event in the way.</param>
/// <param name="Taken">Places taken by customers, over all consultants.</param>
/// <param name="Capacity">Places in all.</param>
/// <param name="PlacesEach">Places of one consultant.</param>
public sealed record ReadinessCell(
    Slot Slot, bool IsReady, ReadinessState State, string? Reason, int Taken, int Capacity, int PlacesEach)
{
    /// <summary>Whether it is a switch.</summary>
    public bool CanChange => State == ReadinessState.Open;

    /// <summary>How many customers would be without a place if readiness were cleared here.</summary>
    public int MissingAfterClearing => IsReady && CanChange ? Math.Max(0, Taken - Math.Max(0, Capacity - PlacesEach)) : 0;
}

/// <summary>A consultant's week as the page shows it.</summary>
/// <param name="Week">Which week.</param>
/// <param name="Consultant">Whose.</param>
/// <param name="Starts">All wall times at which slots begin in the week, rising: the rows.</param>
/// <param name="Days">Monday to Friday, and weekend days that have slots: the columns.</param>
/// <param name="Cells">The slots; a day need not have one at every time.</param>
public sealed record ReadinessWeek(
    IsoWeek Week, ReadinessConsultant Consultant, IReadOnlyList<TimeOnly> Starts, IReadOnlyList<DateOnly> Days, IReadOnlyDictionary<Slot, ReadinessCell> Cells);

/// <summary>A consultant as lists name them.</summary>
/// <param name="Id">The consultant.</param>
/// <param name="Name">The name.</param>
/// <param name="AccountId">The account that may set the readiness, if there is one.</param>
/// <param name="IsLocal">Kept here; otherwise it is set in Google.</param>
/// <param name="KnownAt">When the calendar was last read; null means never.</param>
/// <param name="LastError">Why the last try failed, in German; null when it did not.</param>
public sealed record ReadinessConsultant(Guid Id, string Name, Guid? AccountId, bool IsLocal, DateTimeOffset? KnownAt, string? LastError);
