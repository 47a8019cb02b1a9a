using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Demo;

/// <summary>Tells a database that was filled with invented data from a real one. The note stands in the log, where nothing is ever changed.</summary>
internal static class DemoOrigin
{
    /// <summary>The note.</summary>
    public static OfficeEvent Note(DateTimeOffset now) => new() { Kind = EventKinds.DemoFilled, At = now };

    /// <summary>Whether the note is there.</summary>
    public static Task<bool> IsDemoAsync(SlotBookingDb db, CancellationToken cancellationToken) =>
        db.Events.AnyAsync(e => e.Kind == EventKinds.DemoFilled, cancellationToken);
}
