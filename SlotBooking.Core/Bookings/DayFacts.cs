namespace SlotBooking.Core.Bookings;

/// <summary>What is known of one day.</summary>
/// <param name="Day">The office's day.</param>
/// <param name="BlockedBy">The holiday or whole-day block, if the whole day is closed.</param>
/// <param name="Slots">The day's slots by start: those of the grid, and any other in which something stands.</param>
/// <param name="Settings">The revision of the settings it was made with.</param>
public sealed record DayFacts(DateOnly Day, string? BlockedBy, IReadOnlyList<SlotDetail> Slots, long Settings)
{
    /// <summary>The slot that begins then, or null.</summary>
    public SlotDetail? At(TimeOnly start) => Slots.FirstOrDefault(s => s.Facts.Slot.Start == start);
}

/// <summary>One slot with its facts, its people and its sold places.</summary>
/// <param name="Facts">What the decision needs.</param>
/// <param name="Ready">Who is ready, in the office's order; also those whose calendar is too old to count.</param>
/// <param name="PlacesPerConsultant">How many customers each of them takes here.</param>
/// <param name="SoldNumbers">The numbers of the sold places, rising.</param>
public sealed record SlotDetail(
    SlotFacts Facts, IReadOnlyList<ReadyConsultant> Ready, int PlacesPerConsultant, IReadOnlyList<int> SoldNumbers);

/// <summary>A consultant who is ready in a slot.</summary>
/// <param name="Name">As agents know her.</param>
/// <param name="OldSince">When her calendar was last read, once that is long ago; null while it is young, and when it was never read.</param>
/// <param name="Counts">False when the knowledge is too old to book on.</param>
public sealed record ReadyConsultant(string Name, DateTimeOffset? OldSince, bool Counts);

/// <summary>An active consultant and how old the knowledge of her calendar is.</summary>
/// <param name="Id">The consultant.</param>
/// <param name="Name">As agents know her.</param>
/// <param name="IsFullTime">Belongs to the standard staffing.</param>
/// <param name="IsLocal">Her calendar is kept in this database.</param>
/// <param name="KnownAt">When it was last read whole; null means never.</param>
public sealed record KnownConsultant(Guid Id, string Name, bool IsFullTime, bool IsLocal, DateTimeOffset? KnownAt);
