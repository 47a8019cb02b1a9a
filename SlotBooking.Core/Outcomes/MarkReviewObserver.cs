using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Outcomes;

/// <summary>Requests a review of every event whose mirror changed in the central calendar.</summary>
internal sealed class MarkReviewObserver(OfficeClock clock) : IMirrorObserver
{
    /// <inheritdoc />
    public int Order => 1;

    /// <inheritdoc />
    public async Task ApplyAsync(SlotBookingDb db, MirrorChange change, CancellationToken cancellationToken)
    {
        if (change.Calendar.Key != CalendarKeys.Central)
        {
            return;
        }

        // Events of another calendar that was mirrored before are not gone: nobody asks what became of them.
        string[] ids = change.StartsAnew ? [.. change.Present.Select(e => e.EventId)] : [.. change.Touched];
        await MarkLooks.AskAsync(db, ids, clock.Now, cancellationToken);
        db.Events.Add(new OfficeEvent { Kind = EventKinds.MarksChanged, At = clock.Now });
    }
}
