using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>Applies what was read of a calendar to its mirror, in the caller's transaction, and lets the observers follow what really changed.</summary>
internal sealed class MirrorUpdate(SlotBookingDb db, CalendarRef calendar, IReadOnlyList<IMirrorObserver> observers, OfficeClock clock)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly List<string> _unlisted = [];

    /// <summary>Set when the list is there to be held against the mirror: the window that the mirror knew so far.</summary>
    public TimeRange? CompareWith { get; init; }

    /// <summary>How many events of that window the mirror had wrong; 0 when nothing was held against it.</summary>
    public int Found { get; private set; }

    /// <summary>The change of the mirror; null when nothing was applied.</summary>
    public MirrorChange? Change { get; private set; }

    /// <summary>Everything or, when the calendar was tried by somebody else since <paramref name="triedAt"/>, nothing.</summary>
    public async Task<SyncOutcome> ApplyAsync(
        CalendarChanges changes, TimeRange window, DateTimeOffset? triedAt, CancellationToken cancellationToken)
    {
        var state = await LockStateAsync(cancellationToken);
        if (state.TriedAt != triedAt)
        {
            return SyncOutcome.Overtaken;
        }

        var startsAnew = state.Source is not null && state.Source != calendar.Source;
        var sourceSince = startsAnew ? clock.Now : state.SourceSince ?? DateTimeOffset.UnixEpoch;
        state.SourceSince = sourceSince;
        var rows = await RowsAsync(changes, window, startsAnew, cancellationToken);
        foreach (var item in changes.Items)
        {
            Apply(item, rows, window);
        }

        if (changes.IsFull)
        {
            RemoveAllBut(changes.Items, rows);
        }

        var present = rows.Values.Where(r => _touched.Contains(r.EventId) && db.Entry(r).State != EntityState.Deleted);
        Change = new MirrorChange(calendar, _touched, [.. present], _unlisted, startsAnew, sourceSince);
        if (_touched.Count > 0)
        {
            await PublishAsync(Change, cancellationToken);
        }

        Remember(state, changes);
        if (CompareWith is { } known)
        {
            state.ComparedAt = clock.Now;
            state.ComparedFound = Found = rows.Values.Count(r => _touched.Contains(r.EventId) && known.Overlaps(new TimeRange(r.StartsAt, r.EndsAt)));
        }

        return _touched.Count > 0 ? SyncOutcome.Changed : SyncOutcome.Unchanged;
    }

    private Task<CalendarState> LockStateAsync(CancellationToken cancellationToken)
    {
        var states = db.Database.IsSqlite()
            ? db.CalendarStates.FromSql($"""SELECT * FROM calendar_states WHERE "CalendarKey" = {calendar.Key}""")
            : db.CalendarStates.FromSql($"""SELECT * FROM calendar_states WHERE "CalendarKey" = {calendar.Key} FOR UPDATE""");
        return states.AsTracking().SingleAsync(cancellationToken);
    }

    /// <summary>The rows the changes may be about. Of a full list, what ended before the window is no part: it stays as last known.</summary>
    private async Task<Dictionary<string, MirroredEvent>> RowsAsync(
        CalendarChanges changes, TimeRange window, bool startsAnew, CancellationToken cancellationToken)
    {
        var mine = db.MirroredEvents.AsTracking().Where(e => e.CalendarKey == calendar.Key);
        var (start, end) = (window.Start, window.End);
        var rows = new Dictionary<string, MirroredEvent>(StringComparer.Ordinal);
        if (startsAnew)
        {
            await mine.LoadAsync(cancellationToken);
        }
        else if (changes.IsFull)
        {
            await mine.Where(e => e.EndsAt > start && e.StartsAt < end).LoadAsync(cancellationToken);
        }

        foreach (var ids in changes.Items.Select(i => i.Id).Chunk(500))
        {
            await mine.Where(e => ids.Contains(e.EventId)).LoadAsync(cancellationToken);
        }

        foreach (var row in db.MirroredEvents.Local)
        {
            rows[row.EventId] = row;
        }

        return rows;
    }

    private void Apply(CalendarItem item, Dictionary<string, MirroredEvent> rows, TimeRange window)
    {
        var row = rows.GetValueOrDefault(item.Id);
        if (item.IsCancelled)
        {
            Remove(row);
        }
        else if (row is not null)
        {
            if (Copy(item, row))
            {
                _touched.Add(item.Id);
            }
        }
        else if (item.Range.Overlaps(window))
        {
            row = new MirroredEvent { CalendarKey = calendar.Key, EventId = item.Id, Title = item.Title };
            Copy(item, row);
            rows[item.Id] = db.MirroredEvents.Add(row).Entity;
            _touched.Add(item.Id);
        }
    }

    private void RemoveAllBut(IReadOnlyList<CalendarItem> items, Dictionary<string, MirroredEvent> rows)
    {
        var listed = items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Values.Where(r => !listed.Contains(r.EventId)))
        {
            Remove(row);
            _unlisted.Add(row.EventId);
        }
    }

    private void Remove(MirroredEvent? row)
    {
        if (row is not null && db.Entry(row).State != EntityState.Deleted)
        {
            db.MirroredEvents.Remove(row);
            _touched.Add(row.EventId);
        }
    }

    private static bool Copy(CalendarItem item, MirroredEvent row)
    {
        var before = (row.BookingId, row.Title, row.StartsAt, row.EndsAt, row.IsAllDay, row.IsTransparent, row.ColorId, row.BookedBy);
        row.BookingId = item.BookingId;
        row.Title = item.Title;
        row.StartsAt = item.Range.Start;
        row.EndsAt = item.Range.End;
        row.IsAllDay = item.IsAllDay;
        row.IsTransparent = item.IsTransparent;
        row.ColorId = item.ColorId;
        row.BookedBy = item.BookedBy;
        row.ETag = item.ETag;
        row.Version = item.Version;
        return before != (row.BookingId, row.Title, row.StartsAt, row.EndsAt, row.IsAllDay, row.IsTransparent, row.ColorId, row.BookedBy);
    }

    private async Task PublishAsync(MirrorChange change, CancellationToken cancellationToken)
    {
        if (CalendarKeys.ConsultantOf(calendar.Key) is { } consultant)
        {
            db.Events.Add(new OfficeEvent
            {
                Kind = EventKinds.ConsultantCalendarChanged,
                At = clock.Now,
                Detail = CalendarEvents.ForConsultant(consultant),
            });
        }

        foreach (var observer in observers)
        {
            await observer.ApplyAsync(db, change, cancellationToken);
        }
    }

    private void Remember(CalendarState state, CalendarChanges changes)
    {
        var now = clock.Now;
        if (state.Failures > 0 || state.KnownAt is null)
        {
            db.Events.Add(new OfficeEvent { Kind = EventKinds.CalendarState, At = now, Detail = CalendarEvents.ForCalendar(calendar.Key) });
        }

        state.Source = calendar.Source;
        state.Cursor = changes.NextCursor;
        state.KnownAt = now;
        state.TriedAt = now;
        state.FullAt = changes.IsFull ? now : state.FullAt;
        state.Failures = 0;
        state.FailingSince = null;
        state.LastError = null;
        (state.Trouble, state.NextTryAt) = (null, null);
    }
}
