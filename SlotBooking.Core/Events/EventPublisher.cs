using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>Publishes the events of a committed transaction to this node's feed and wakes the other nodes.</summary>
internal sealed class EventPublisher(LiveFeed feed, WakeUp wakeUp) : ICommitObserver
{
    /// <inheritdoc />
    public void OnCommitted(IReadOnlyList<ISequencedRow> rows)
    {
        var events = rows.OfType<OfficeEvent>().ToArray();
        if (events.Length > 0)
        {
            feed.Publish(events);
            wakeUp.Signal();
        }
    }
}
