using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars.Local;

/// <summary>Calendars kept in this database, with the manners of Google's: changes since a cursor, removed events told as cancelled.</summary>
public sealed class LocalCalendarProvider(Database database) : ICalendarProvider
{
    /// <inheritdoc />
    public async Task<CalendarChanges> ReadChangesAsync(CalendarRef calendar, string? cursor, TimeRange window, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var (start, end) = (window.Start, window.End);
        var events = db.LocalEvents.AsNoTracking().Where(e => e.CalendarKey == calendar.Key);
        if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            // The cursor is read first: what is written in between is told twice rather than never.
            var latest = await events.MaxAsync(e => (long?)e.Revision, cancellationToken) ?? 0;
            var all = await events.Where(e => !e.IsCancelled && e.EndsAt > start && e.StartsAt < end).ToListAsync(cancellationToken);
            return new CalendarChanges([.. all.Select(Item)], Text(latest), IsFull: true);
        }

        var changed = await events.Where(e => e.Revision > revision).OrderBy(e => e.Revision).ToListAsync(cancellationToken);
        return new CalendarChanges([.. changed.Select(Item)], changed.Count == 0 ? cursor : Text(changed[^1].Revision), IsFull: false);
    }

    /// <inheritdoc />
    public async Task<CalendarItem?> FindAsync(CalendarRef calendar, string eventId, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await FindAsync(db, calendar, eventId, cancellationToken) is { } row ? Item(row) : null;
    }

    /// <inheritdoc />
    public Task<PutAppointment> PutAsync(CalendarRef central, AppointmentEvent wanted, KnownEvent known, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            var id = AppointmentEventId.Of(wanted.BookingId, wanted.Generation);
            var row = await FindAsync(db, central, id, cancellationToken);
            var isNew = row is null;
            row ??= db.LocalEvents.Add(new LocalEvent { CalendarKey = central.Key, EventId = id, Title = wanted.Name }).Entity;
            var (title, color) = wanted.Looks(isNew ? null : row.Title, row.ColorId);
            if (!isNew && !row.IsCancelled && row.Title == title && row.ColorId == color && row.StartsAt == wanted.Range.Start && row.EndsAt == wanted.Range.End)
            {
                return Put(wanted.Generation, row);
            }

            row.BookingId = wanted.BookingId;
            row.Title = title;
            row.Description ??= wanted.Description;
            row.ColorId = color;
            row.StartsAt = wanted.Range.Start;
            row.EndsAt = wanted.Range.End;
            row.IsCancelled = false;
            row.Revision = await LocalRevisions.NextAsync(db, cancellationToken);
            return Put(wanted.Generation, row);
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<PutAppointment?> MarkAsync(CalendarRef central, string eventId, IEventMarks marks, CancellationToken cancellationToken) => database.WriteAsync<PutAppointment?>(
        async db =>
        {
            if (await FindAsync(db, central, eventId, cancellationToken) is not { IsCancelled: false } row)
            {
                return null;
            }

            var (title, color) = marks.On(row.Title, row.ColorId, name: "");
            if (title != row.Title || color != row.ColorId)
            {
                (row.Title, row.ColorId) = (title, color);
                row.Revision = await LocalRevisions.NextAsync(db, cancellationToken);
            }

            return Put(generation: 0, row);
        },
        cancellationToken);

    /// <inheritdoc />
    public Task EraseAsync(CalendarRef central, string eventId, AppointmentEvent wanted, MarkerWords words, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await FindAsync(db, central, eventId, cancellationToken) is not { } row)
            {
                return;
            }

            var (title, color) = wanted.LooksErased(row.Title, row.ColorId, words);
            if (title != row.Title || color != row.ColorId || (row.Description is not null && row.Description != wanted.Description))
            {
                (row.Title, row.ColorId, row.Description) = (title, color, wanted.Description);
                row.Revision = await LocalRevisions.NextAsync(db, cancellationToken);
            }
        },
        cancellationToken);

    /// <inheritdoc />
    public Task RemoveAsync(CalendarRef central, Guid bookingId, int generation, KnownEvent known, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await FindAsync(db, central, AppointmentEventId.Of(bookingId, generation), cancellationToken) is { IsCancelled: false } row)
            {
                row.IsCancelled = true;
                row.Revision = await LocalRevisions.NextAsync(db, cancellationToken);
            }
        },
        cancellationToken);

    private static Task<LocalEvent?> FindAsync(SlotBookingDb db, CalendarRef calendar, string id, CancellationToken cancellationToken) =>
        db.LocalEvents.SingleOrDefaultAsync(e => e.CalendarKey == calendar.Key && e.EventId == id, cancellationToken);

    private static CalendarItem Item(LocalEvent row) => new()
    {
        Id = row.EventId,
        IsCancelled = row.IsCancelled,
        BookingId = row.BookingId,
        Title = row.Title,
        Range = new TimeRange(row.StartsAt, row.EndsAt),
        ColorId = row.ColorId,
        ETag = Text(row.Revision),
        Version = row.Revision,
        BookedBy = AppointmentEvent.BookedBy(row.Description),
    };

    private static PutAppointment Put(int generation, LocalEvent row) =>
        new(generation, Text(row.Revision)) { Version = row.Revision, Title = row.Title, ColorId = row.ColorId };

    private static string Text(long revision) => revision.ToString(CultureInfo.InvariantCulture);
}
