using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Metrics;

/// <summary>Answers questions for figures: reads the sheets of the days asked for and adds up what the filter lets through.</summary>
/// <remarks>A year is some hundred rows, however many appointments there are; one is read after the other, so memory stays flat. Thread-safe.</remarks>
public sealed class MetricsReader(Database database, DaySheets sheets, SettingsStore settings, OfficeClock clock)
{
    /// <summary>The figures of what the filter lets through, as things stand now.</summary>
    public async Task<PeriodFigures> ReadAsync(MetricsFilter filter, CancellationToken cancellationToken)
    {
        await sheets.CatchUpAsync(cancellationToken);
        await using var db = await database.ReadAsync(cancellationToken);
        var office = await settings.ReadAsync(db, cancellationToken);
        var (today, time) = clock.WallClock(clock.Now - office.Grid.Length - office.Outcomes.Grace);
        var ready = await ReadySlotsAsync(db, filter, cancellationToken);
        var tally = new Tally();
        var (first, last) = (filter.First, filter.Last);
        await foreach (var sheet in db.DaySheets.AsNoTracking().Where(s => s.Day >= first && s.Day <= last).OrderBy(s => s.Day).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (filter.Weekday is { } weekday && sheet.Day.DayOfWeek != weekday)
            {
                continue;
            }

            foreach (var cell in SheetCells.Read(sheet.Cells))
            {
                if (!filter.LetsThrough(cell) || ready?.Contains(new Slot(sheet.Day, cell.Start)) == false)
                {
                    continue;
                }

                if (sheet.Day < today || (sheet.Day == today && cell.Start <= time))
                {
                    tally.Add(sheet.Day, cell);
                }
                else
                {
                    tally.Ahead += cell.Count;
                }
            }
        }

        return tally.Figures(await NamesAsync(db, tally.Agents, cancellationToken));
    }

    /// <summary>The slots in which the consultant asked for was ready; null when none is asked for.</summary>
    private static async Task<IReadOnlySet<Slot>?> ReadySlotsAsync(SlotBookingDb db, MetricsFilter filter, CancellationToken cancellationToken)
    {
        if (filter.ConsultantId is not { } consultant)
        {
            return null;
        }

        var (first, last) = (filter.First, filter.Last);
        var rows = await db.ReadySlots.AsNoTracking().Where(r => r.ConsultantId == consultant && r.Day >= first && r.Day <= last)
            .Select(r => new { r.Day, r.Start }).ToListAsync(cancellationToken);
        return rows.Select(r => new Slot(r.Day, r.Start)).ToHashSet();
    }

    /// <summary>Accounts that are gone keep a name: the one that stands in their bookings.</summary>
    private static async Task<Dictionary<Guid, AgentName>> NamesAsync(SlotBookingDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var names = await db.Users.AsNoTracking().Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => new AgentName(a.Id, a.UserName!, a.DisplayName), cancellationToken);
        foreach (var id in ids.Where(id => !names.ContainsKey(id)))
        {
            var known = id == Guid.Empty ? null : await db.Bookings.AsNoTracking().Where(b => b.AgentId == id).Select(b => b.AgentName).FirstOrDefaultAsync(cancellationToken);
            names[id] = new AgentName(id, known ?? "", known ?? "");
        }

        return names;
    }
}
