namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>What has to happen so that an appointment stands otherwise.</summary>
public abstract record StandStep
{
    private StandStep()
    {
    }

    /// <summary>It stands so already.</summary>
    public sealed record Already : StandStep;

    /// <summary>Whoever looks may not.</summary>
    public sealed record NotAllowed : StandStep;

    /// <summary>It can be said from an instant on.</summary>
    /// <param name="From">The appointment's start.</param>
    public sealed record NotBefore(DateTimeOffset From) : StandStep;

    /// <summary>Its outcome is said, or taken back.</summary>
    /// <param name="Outcome">The outcome.</param>
    public sealed record SayOutcome(BookingStatus Outcome) : StandStep;

    /// <summary>Its confirmation is noted, or taken back.</summary>
    /// <param name="IsConfirmed">Whether it is confirmed then.</param>
    public sealed record SayConfirmed(bool IsConfirmed) : StandStep;

    /// <summary>It is entered again, after people deleted it in the calendar.</summary>
    public sealed record EnterAgain : StandStep;

    /// <summary>A new time is asked for; without one it is put off.</summary>
    public sealed record AskTime : StandStep;

    /// <summary>The reason is asked for.</summary>
    public sealed record AskReason : StandStep;
}

/// <summary>The rule behind dragging a card and choosing from its menu. Pure.</summary>
public static class StandRules
{
    /// <summary>What it takes to bring an appointment to a stand.</summary>
    /// <remarks>An outcome is taken back by „offen“ as by „bestätigt“: the confirmation stays as it was.</remarks>
    /// <param name="viewer">Who wants it.</param>
    /// <param name="booking">The appointment as it is shown.</param>
    /// <param name="wanted">Where to.</param>
    /// <param name="now">The present instant.</param>
    public static StandStep Step(MineViewer viewer, BookingView booking, Stand wanted, DateTimeOffset now)
    {
        if (!viewer.MayJudge(booking))
        {
            return new StandStep.NotAllowed();
        }

        if (Stands.Of(booking) == wanted)
        {
            return new StandStep.Already();
        }

        var canBeChanged = booking is { Status: BookingStatus.Open, IsByHand: false } && booking.EndsAt > now && viewer.MayChange(booking);
        return wanted switch
        {
            Stand.Open or Stand.Confirmed when booking.Status == BookingStatus.Open => new StandStep.SayConfirmed(wanted == Stand.Confirmed),
            Stand.Open or Stand.Confirmed when CanBeEnteredAgain(viewer, booking, now) => new StandStep.EnterAgain(),
            Stand.Completed or Stand.NoShow or Stand.Ghost when booking.StartsAt > now => new StandStep.NotBefore(booking.StartsAt),
            Stand.Rescheduled when canBeChanged => new StandStep.AskTime(),
            Stand.Cancelled when canBeChanged => new StandStep.AskReason(),
            _ => new StandStep.SayOutcome(wanted.Status()),
        };
    }

    /// <summary>Whether people deleted it in the calendar, and its slot is still to come.</summary>
    public static bool CanBeEnteredAgain(MineViewer viewer, BookingView booking, DateTimeOffset now) =>
        booking is { CancelledInCalendar: true, Status: BookingStatus.Cancelled, IsByHand: false } && booking.StartsAt > now && viewer.MayChange(booking);
}
