using SlotBooking.Core.Availability;

namespace SlotBooking.Core.Bookings;

/// <summary>What a page shows of a slot.</summary>
public enum SlotState
{
    /// <summary>Bookable, less than four fifths taken.</summary>
    Free,

    /// <summary>Bookable, the last places.</summary>
    Few,

    /// <summary>Exactly full.</summary>
    Full,

    /// <summary>More taken than there are places: consultants are missing, perhaps all of them.</summary>
    Overbooked,

    /// <summary>It has started.</summary>
    Past,

    /// <summary>A holiday or a block overlaps it.</summary>
    Blocked,

    /// <summary>Nobody ready, no such slot, or too far ahead.</summary>
    Closed,
}

/// <summary>From the decision to what is shown.</summary>
public static class SlotStates
{
    /// <summary>The slot's state; a slot is free or few exactly when <see cref="SlotRules.Decide"/> lets one place be booked.</summary>
    public static SlotState Of(SlotFacts facts, DateTimeOffset now, DateOnly lastDay) => SlotRules.Decide(facts, now, lastDay) switch
    {
        Bookability.Bookable => facts.Load.Level is LoadLevel.Tight ? SlotState.Few : SlotState.Free,
        Bookability.NotBookable { Why: Refusal.Past } => SlotState.Past,
        Bookability.NotBookable { Why: Refusal.Blocked } => SlotState.Blocked,
        Bookability.NotBookable { Why: Refusal.Full or Refusal.NobodyReady } when facts.Taken > facts.Capacity => SlotState.Overbooked,
        Bookability.NotBookable { Why: Refusal.Full } => SlotState.Full,
        _ => SlotState.Closed,
    };

    /// <summary>The stable word for <c>data-state</c>: free, few, full, overbooked, past, blocked, closed.</summary>
    public static string Code(this SlotState state) => state switch
    {
        SlotState.Free => "free",
        SlotState.Few => "few",
        SlotState.Full => "full",
        SlotState.Overbooked => "overbooked",
        SlotState.Past => "past",
        SlotState.Blocked => "blocked",
        _ => "closed",
    };
}
