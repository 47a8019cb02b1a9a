namespace SlotBooking.Core.Bookings;

/// <summary>Why a slot cannot be booked, in the order in which reasons are looked for.</summary>
public enum Refusal
{
    /// <summary>The slot has already started.</summary>
    Past,

    /// <summary>The slot lies after the last day that can be booked.</summary>
    BeyondHorizon,

    /// <summary>No slot begins then.</summary>
    NotInGrid,

    /// <summary>A holiday or a block overlaps the slot.</summary>
    Blocked,

    /// <summary>There are no places at all: nobody is ready, or nobody takes customers then.</summary>
    NobodyReady,

    /// <summary>Fewer places are free than wanted.</summary>
    Full,
}

/// <summary>The words by which programs know a refusal.</summary>
public static class Refusals
{
    /// <summary>The stable word for <c>data-reason</c>: past, horizon, closed, blocked, full.</summary>
    public static string Code(this Refusal refusal) => refusal switch
    {
        Refusal.Past => "past",
        Refusal.BeyondHorizon => "horizon",
        Refusal.NotInGrid or Refusal.NobodyReady => "closed",
        Refusal.Blocked => "blocked",
        Refusal.Full => "full",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, message: null),
    };
}
