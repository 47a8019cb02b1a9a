using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Metrics;

/// <summary>Keeps the sheets right: a reader of the event log that counts the days anew of which it tells.</summary>
/// <remarks>
/// A day is always counted from its bookings, never added to: to do it twice, or too often, changes nothing. Whoever asks for figures
/// lets it catch up first, so that they are those of the present state. Thread-safe, between processes too.
/// </remarks>
public sealed partial class DaySheets(Database database, ILogger<DaySheets> logger)
{
    /// <summary>The reader's name in the log.</summary>
    public const string Reader = "metrics";

    private const int EventsAtOnce = 2000;
    private const int DaysAtOnce = 31;

    /// <summary>Counts the days anew that the log tells of; the first time, all days.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (await StandingAsync(cancellationToken))
            {
                case Standing.UpToDate:
                    return;
                case Standing.NeverRead:
                    await RebuildAsync(cancellationToken);
                    break;
                default:
                    await database.WriteAsync(db => ReadOnAsync(db, cancellationToken), cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Counts all days anew; answers how many there are.</summary>
    /// <remarks>The place in the log is taken before and kept afterwards: interrupted, it begins again, and what changes meanwhile is told later.</remarks>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var end = await EventLog.EndAsync(db, Reader, cancellationToken);
        var days = await db.Bookings.Select(b => b.Day).Distinct().Union(db.DaySheets.Select(s => s.Day)).ToListAsync(cancellationToken);
        await CountAsync(days, cancellationToken);
        await database.WriteAsync(
            async write =>
            {
                var cursor = await EventLog.TakeCursorAsync(write, Reader, cancellationToken);
                if ((cursor.Transaction, cursor.Sequence).CompareTo((end.Transaction, end.Sequence)) < 0)
                {
                    (cursor.Transaction, cursor.Sequence) = (end.Transaction, end.Sequence);
                }
            },
            cancellationToken);
        LogRebuilt(days.Count);
        return days.Count;
    }

    /// <summary>Counts these days anew, a month's worth in a transaction.</summary>
    public async Task CountAsync(IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        foreach (var some in days.Order().Chunk(DaysAtOnce))
        {
            await database.WriteAsync(db => CountAsync(db, some, cancellationToken), cancellationToken);
        }
    }

    private async Task<Standing> StandingAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var cursor = await db.Cursors.AsNoTracking().SingleOrDefaultAsync(c => c.Reader == Reader, cancellationToken);
        if (cursor is null)
        {
            return Standing.NeverRead;
        }

        return (await EventLog.ReadAfterAsync(db, cursor, 1, cancellationToken)).Count == 0 ? Standing.UpToDate : Standing.Behind;
    }

    private static async Task ReadOnAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var cursor = await EventLog.TakeCursorAsync(db, Reader, cancellationToken);
        var events = await EventLog.ReadAfterAsync(db, cursor, EventsAtOnce, cancellationToken);
        if (events.Count == 0)
        {
            return;
        }

        var told = events.Where(e => e.BookingId is not null).ToList();
        var days = told.Select(e => e.Day).Concat(told.Select(e => e.OtherDay)).OfType<DateOnly>().ToHashSet();
        foreach (var ids in told.Select(e => e.BookingId!.Value).Distinct().Chunk(500))
        {
            days.UnionWith(await db.Bookings.Where(b => ids.Contains(b.Id)).Select(b => b.Day).Distinct().ToListAsync(cancellationToken));
        }

        await CountAsync(db, days, cancellationToken);
        cursor.MoveTo(events[^1]);
    }

    private static async Task CountAsync(SlotBookingDb db, IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        var groups = await db.Bookings.AsNoTracking().Where(b => days.Contains(b.Day))
            .GroupBy(b => new { b.Day, b.Start, b.AgentId, b.Potential, b.Campaign, b.Status, b.IsConfirmed })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var cells = groups.ToLookup(
            g => g.Key.Day, g => new SheetCell(g.Key.Start, g.Key.AgentId, g.Key.Potential, g.Key.Campaign, g.Key.Status, g.Key.IsConfirmed, g.Count));
        var sheets = await db.DaySheets.AsTracking().Where(s => days.Contains(s.Day)).ToDictionaryAsync(s => s.Day, cancellationToken);
        foreach (var day in days)
        {
            Put(db, day, sheets.GetValueOrDefault(day), cells.Contains(day) ? SheetCells.Write(cells[day]) : null);
        }
    }

    private static void Put(SlotBookingDb db, DateOnly day, DaySheet? sheet, byte[]? cells)
    {
        switch (sheet, cells)
        {
            case (null, not null):
                db.DaySheets.Add(new DaySheet { Day = day, Cells = cells });
                break;
            case (not null, null):
                db.DaySheets.Remove(sheet);
                break;
            case (not null, not null) when !sheet.Cells.AsSpan().SequenceEqual(cells):
                sheet.Cells = cells;
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Counted all appointments anew: {Days} days")]
    private partial void LogRebuilt(int days);

    private enum Standing
    {
        UpToDate,
        Behind,
        NeverRead,
    }
}
