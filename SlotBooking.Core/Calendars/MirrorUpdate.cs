using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Events;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars;

/// <summary>Applies what a calendar told to its mirror, in the caller's transaction, and tells of what really changed.</summary>
internal sealed class MirrorUpdate(SlotBookingDb db, CalendarRef calendar, OfficeSettings office, OfficeClock clock)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly List<string> _unlisted = [];

    /// <summary>Set when the list is there to be held against the mirror: the window that the mirror knew so far.</summary>
    public TimeRange? CompareWith { get; init; }

    /// <summary>How many events of that window the mirror had wrong; 0 when nothing was held against it.</summary>
    public int Found { get; private set; }

    /// <summary>True when another calendar than before is read: nothing follows from what it lacks.</summary>
    public bool StartsAnew { get; private set; }

    /// <summary>Since when this very calendar is read, UTC.</summary>
    public DateTimeOffset? SourceSince { get; private set; }

    /// <summary>The ids of what stood in the mirror and is lacking in a whole list.</summary>
    public IReadOnlyList<string> Unlisted => _unlisted;

    /// <summary>Everything or, when the calendar was tried by somebody else since <paramref name="triedAt"/>, nothing.</summary>
    public async Task<SyncOutcome> ApplyAsync(
        CalendarChanges changes, TimeRange window, DateTimeOffset? triedAt, CancellationToken cancellationToken)
    {
        var state = await LockStateAsync(cancellationToken);
        if (state.TriedAt != triedAt)
        {
            return SyncOutcome.Overtaken;
        }

        StartsAnew = state.Source is not null && state.Source != calendar.Source;
        SourceSince = state.SourceSince = StartsAnew ? clock.Now : state.SourceSince ?? DateTimeOffset.UnixEpoch;
        var rows = await RowsAsync(changes, window, cancellationToken);
        foreach (var item in changes.Items)
        {
            Apply(item, rows, window);
        }

        if (changes.IsFull)
        {
            RemoveAllBut(changes.Items, rows);
        }

        if (_touched.Count > 0)
        {
            await TellAsync(rows, cancellationToken);
            await AskForLooksAsync(rows, cancellationToken);
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
        CalendarChanges changes, TimeRange window, CancellationToken cancellationToken)
    {
        var mine = db.MirroredEvents.AsTracking().Where(e => e.CalendarKey == calendar.Key);
        var (start, end) = (window.Start, window.End);
        var rows = new Dictionary<string, MirroredEvent>(StringComparer.Ordinal);
        if (StartsAnew)
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

    private async Task TellAsync(Dictionary<string, MirroredEvent> rows, CancellationToken cancellationToken)
    {
        if (calendar.Key == CalendarKeys.Central)
        {
            var present = rows.Values.Where(r => _touched.Contains(r.EventId) && db.Entry(r).State != EntityState.Deleted);
            var days = await new CentralTakings(db, office, clock).UpdateAsync(_touched, [.. present], cancellationToken);
            db.Events.AddRange(days.Order().Select(day => new OfficeEvent { Kind = EventKinds.CentralChanged, At = clock.Now, Day = day }));
        }
        else if (CalendarKeys.ConsultantOf(calendar.Key) is { } consultant)
        {
            db.Events.Add(new OfficeEvent
            {
                Kind = EventKinds.ConsultantCalendarChanged,
                At = clock.Now,
                Detail = CalendarEvents.ForConsultant(consultant),
            });
        }
    }

    /// <summary>Events of another calendar that was mirrored before are not gone: nobody asks what became of them.</summary>
    private async Task AskForLooksAsync(Dictionary<string, MirroredEvent> rows, CancellationToken cancellationToken)
    {
        if (calendar.Key == CalendarKeys.Central)
        {
            var ids = StartsAnew ? _touched.Where(id => db.Entry(rows[id]).State != EntityState.Deleted) : _touched;
            await MarkLooks.AskAsync(db, [.. ids], clock.Now, cancellationToken);
            db.Events.Add(new OfficeEvent { Kind = EventKinds.MarksChanged, At = clock.Now });
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
