using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Reading;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;
using SlotBooking.Core.Tracking;

namespace SlotBooking.Core.Achievements.Periods;

/// <summary>Tells the log which periods are over; the game's reader finds their MVPs at that place of the log, live and when it is worked out anew.</summary>
public sealed class PeriodClosing(Database database, GameReader reader, GameRebuild rebuild, SettingsStore settings, OfficeClock clock)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Closes every period that is over and that anybody had points in, the oldest first; answers how many. Null while the game is worked out anew.</summary>
    public async Task<int?> CloseAsync(CancellationToken cancellationToken)
    {
        await reader.RunAsync(cancellationToken);
        if (await rebuild.IsRunningAsync(cancellationToken))
        {
            return null;
        }

        var closed = await database.WriteAsync(db => TellAsync(db, cancellationToken), cancellationToken);
        await reader.RunAsync(cancellationToken);
        return closed;
    }

    /// <summary>Tells of what is over; answers how many periods that is.</summary>
    internal async Task<int> TellAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var cursor = await EventLog.TakeCursorAsync(db, GameReader.Reader, cancellationToken); // the reader waits meanwhile, and so does another job
        var told = await ToldAsync(db, cursor, cancellationToken);
        var closing = (await settings.ReadAsync(db, cancellationToken)).Game.ClosingTime;
        var open = await db.PeriodSums.Select(s => s.Period).Distinct()
            .Where(p => !db.ClosedPeriods.Any(c => c.Period == p)).ToListAsync(cancellationToken);
        var due = open.Except(told).Select(name => Period.TryParse(name, out var period) ? period : (Period?)null).OfType<Period>()
            .Select(period => (Period: period, End: period.EndsAt(clock, closing))).Where(p => p.End <= clock.Now)
            .OrderBy(p => p.End).ThenBy(p => p.Period.Kind).Select(p => p.Period).ToList();
        foreach (var period in due)
        {
            db.Events.Add(new OfficeEvent
            {
                Kind = EventKinds.PeriodClosed,
                At = clock.Now,
                Detail = JsonSerializer.Serialize(new ClosingDetail(period.ToString(), await OrderAsync(db, period, cancellationToken)), Web),
            });
        }

        return due.Count;
    }

    /// <summary>Periods of which the log tells that they are over and the reader has not heard yet, because it was another node that told.</summary>
    private static async Task<IReadOnlyCollection<string>> ToldAsync(SlotBookingDb db, ReaderCursor cursor, CancellationToken cancellationToken)
    {
        var details = await db.Events.Where(e => e.Kind == EventKinds.PeriodClosed && e.Detail != null
                && (e.Transaction > cursor.Transaction || (e.Transaction == cursor.Transaction && e.Sequence > cursor.Sequence)))
            .Select(e => e.Detail!).ToListAsync(cancellationToken);
        return [.. details.Select(PeriodOf).OfType<string>()];
    }

    private static string? PeriodOf(string detail)
    {
        try
        {
            return JsonSerializer.Deserialize<ClosingDetail>(detail, Web)?.Period;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Names are not in the log: where only they decide, their order is told along.</summary>
    private static async Task<IReadOnlyList<Guid>> OrderAsync(SlotBookingDb db, Period period, CancellationToken cancellationToken)
    {
        var name = period.ToString();
        var alike = Mvp.Alike(await db.PeriodSums.AsNoTracking().Where(s => s.Period == name).ToListAsync(cancellationToken)).ToArray();
        if (alike.Length == 0)
        {
            return [];
        }

        var names = await db.Users.Where(a => alike.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
        return [.. alike.OrderBy(id => names.GetValueOrDefault(id, "\uffff"), StringComparer.InvariantCultureIgnoreCase).ThenBy(id => id)];
    }
}
