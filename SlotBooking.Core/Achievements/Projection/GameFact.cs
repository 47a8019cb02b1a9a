using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Bookings;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>What an event of the log means to the game.</summary>
internal abstract record GameFact
{
    private GameFact()
    {
    }

    /// <summary>Somebody booked a customer.</summary>
    public sealed record Booked(Guid Booking, Guid Agent, DateOnly Day, TimeOnly Start) : GameFact;

    /// <summary>A booking has another status now.</summary>
    public sealed record Became(Guid Booking, BookingStatus Status, Guid? By) : GameFact;

    /// <summary>An admin corrected points.</summary>
    public sealed record Corrected(Guid Id, Guid Account, int Points) : GameFact;

    /// <summary>Somebody is away, or not after all.</summary>
    public sealed record Away(Guid Id, Guid Account, DaySpan Days, bool IsWithdrawn) : GameFact;

    /// <summary>A period is over.</summary>
    public sealed record Closed(Period Period, IReadOnlyList<Guid> Order) : GameFact;

    /// <summary>The game's rules changed.</summary>
    public sealed record RulesChanged : GameFact;

    /// <summary>Other holidays are kept.</summary>
    public sealed record StateChanged : GameFact;

    /// <summary>The event cannot be understood.</summary>
    public sealed record Unreadable(string Reason) : GameFact;
}

/// <summary>Where and when an event stands in the log.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Transaction">Its writing transaction.</param>
/// <param name="Number">Its number.</param>
internal readonly record struct Stamp(DateTimeOffset At, long Transaction, long Number);
