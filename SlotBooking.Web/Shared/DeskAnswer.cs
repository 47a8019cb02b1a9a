using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;

namespace SlotBooking.Web.Shared;

/// <summary>What the desk says after a command: what happened, and what can be done now.</summary>
/// <param name="Outcome">The stable word for <c>data-outcome</c>: booked, cancelled, moved, undone, refused or failed.</param>
/// <param name="Title">The customer, or the sentence that matters.</param>
/// <param name="Text">What happened, in a few words.</param>
public sealed record DeskAnswer(string Outcome, string Title, string Text)
{
    /// <summary>Why it was refused, as the stable word for <c>data-reason</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The slot it is about.</summary>
    public Slot? Slot { get; init; }

    /// <summary>Free slots to take instead, nearest first.</summary>
    public IReadOnlyList<SlotFacts> Instead { get; init; } = [];

    /// <summary>The command that can still be taken back.</summary>
    public UndoOffer? Undo { get; init; }

    public bool IsBad => Outcome is "refused" or "failed";
}

/// <summary>A command that can be taken back for a while.</summary>
public sealed record UndoOffer(Guid CommandId, string Name, DateTimeOffset Until)
{
    /// <summary>How long it is offered; the service allows a little more.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
}
