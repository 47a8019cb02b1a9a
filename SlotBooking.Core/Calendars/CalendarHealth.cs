using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Calendars;

/// <summary>Holds how the calendars are, so that pages ask no database. The loops refresh it. Thread-safe.</summary>
public sealed class CalendarHealth(Database database, CalendarDirectory directory, IPendingWritesQuery pendingWrites)
{
    private volatile CalendarSnapshot _current = CalendarSnapshot.Unknown;

    /// <summary>Raised after a refresh that brought something new, on the thread that refreshed: listeners set a flag and return.</summary>
    public event EventHandler? Changed;

    /// <summary>As it was at the last refresh.</summary>
    public CalendarSnapshot Current => _current;

    /// <summary>Looks anew.</summary>
    public async Task<CalendarSnapshot> RefreshAsync(CancellationToken cancellationToken)
    {
        var calendars = await directory.AllAsync(cancellationToken);
        await using var db = await database.ReadAsync(cancellationToken);
        var states = await db.CalendarStates.AsNoTracking().ToDictionaryAsync(s => s.CalendarKey, StringComparer.Ordinal, cancellationToken);
        var pending = await pendingWrites.CountAsync(db, cancellationToken);
        var fresh = new CalendarSnapshot(
            [.. calendars.Select(c => Knowledge(c, states.GetValueOrDefault(c.Key)))], pending.Waiting, pending.Parked, pending.FirstReason);

        var before = Interlocked.Exchange(ref _current, fresh);
        if (before with { Calendars = fresh.Calendars } != fresh || !before.Calendars.SequenceEqual(fresh.Calendars))
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return fresh;
    }

    private static CalendarKnowledge Knowledge(CalendarRef calendar, CalendarState? state) =>
        state is not null && state.Source == calendar.Source
            ? new CalendarKnowledge(calendar, state.KnownAt, state.FailingSince, state.LastError, state.Trouble)
            : new CalendarKnowledge(calendar, null, null, null);
}
