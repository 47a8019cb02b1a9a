using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars;

/// <summary>Reacts to changes of a calendar's mirror in the transaction that makes them.</summary>
/// <remarks>Implementations are thread-safe singletons. They note their changes in the context; saving and committing is the caller's.</remarks>
public interface IMirrorObserver
{
    /// <summary>The position among all observers, which are called in ascending order: their events follow each other in the log like this.</summary>
    int Order { get; }

    /// <summary>Applies what follows from the change; called only when the mirror is really different.</summary>
    Task ApplyAsync(SlotBookingDb db, MirrorChange change, CancellationToken cancellationToken);
}
