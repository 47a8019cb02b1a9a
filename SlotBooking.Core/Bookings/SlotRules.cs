namespace SlotBooking.Core.Bookings;

/// <summary>The answer to "can this slot be booked?".</summary>
public abstract record Bookability
{
    private Bookability()
    {
    }

    /// <summary>It can; so many places are free now.</summary>
    public sealed record Bookable(int Free) : Bookability;

    /// <summary>It cannot; the detail is the holiday or the block's reason, where there is one.</summary>
    public sealed record NotBookable(Refusal Why, string? Detail = null) : Bookability;
}

/// <summary>The one decision whether a slot can be booked: for showing, suggesting, booking and rescheduling alike.</summary>
public static class SlotRules
{
    /// <summary>Decides about one slot.</summary>
    /// <remarks>
    /// The first reason that applies is given: past (it starts now or has started), beyond the horizon, not in the grid, blocked,
    /// nobody ready, full. So people hear of what nobody can change before they hear of what may change any minute.
    /// </remarks>
    /// <param name="facts">What is known of the slot; for a binding answer, read in the same transaction that writes.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="lastDay">The last day that can be booked.</param>
    /// <param name="places">How many places are wanted: one, or two for an overhang.</param>
    public static Bookability Decide(SlotFacts facts, DateTimeOffset now, DateOnly lastDay, int places = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);

        return facts switch
        {
            _ when facts.Range.Start <= now => new Bookability.NotBookable(Refusal.Past),
            _ when facts.Slot.Day > lastDay => new Bookability.NotBookable(Refusal.BeyondHorizon),
            { InGrid: false } => new Bookability.NotBookable(Refusal.NotInGrid),
            { BlockedBy: { } reason } => new Bookability.NotBookable(Refusal.Blocked, reason),
            { Capacity: <= 0 } => new Bookability.NotBookable(Refusal.NobodyReady),
            _ when facts.Free < places => new Bookability.NotBookable(Refusal.Full),
            _ => new Bookability.Bookable(facts.Free),
        };
    }

    /// <summary>Whether <see cref="Decide"/> says yes.</summary>
    public static bool IsBookable(SlotFacts facts, DateTimeOffset now, DateOnly lastDay, int places = 1) =>
        Decide(facts, now, lastDay, places) is Bookability.Bookable;
}
