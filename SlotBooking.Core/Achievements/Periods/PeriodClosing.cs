using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Periods;

/// <summary>Tells the log which periods are over; the game's reader finds their MVPs at that place of the log, live and when it is worked out anew.</summary>
public sealed class PeriodClosing(Database database, GameReader reader, GameRebuild rebuild, SettingsStore settings, OfficeClock clock)
{
    /// <summary>Bookings wait while it is written: a year that was missed is told in many steps.</summary>
    private const int AtOnce = 20;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Closes every period that is over and that anybody had points in, the oldest first; answers how many. Null while the game is worked out anew.</summary>
    public async Task<int?> CloseAsync(CancellationToken cancellationToken)
    {
        await reader.RunAsync(cancellationToken);
        if (await rebuild.IsRunningAsync(cancellationToken))
        {
            return null;
        }

        var closed = 0;
        foreach (var some in (await DueAsync(cancellationToken)).Chunk(AtOnce))
        {
            if (await database.WriteAsync(db => TellAsync(db, some, cancellationToken), cancellationToken) is not { } told)
            {
                return null;
            }

            closed += told;
            await reader.RunAsync(cancellationToken);
        }

        return closed;
    }

    /// <summary>What is over and was not closed, the oldest first.</summary>
    internal async Task<IReadOnlyList<Period>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var closing = (await settings.ReadAsync(db, cancellationToken)).Game.ClosingTime;
        var open = await db.PeriodSums.Select(s => s.Period).Distinct()
            .Where(p => !db.Set<ClosedPeriod>().Any(c => c.Period == p)).ToListAsync(cancellationToken);
        return
        [
            .. open.Select(name => Period.TryParse(name, out var period) ? period : (Period?)null).OfType<Period>()
                .Select(period => (Period: period, End: period.EndsAt(clock, closing))).Where(p => p.End <= clock.Now)
                .OrderBy(p => p.End).ThenBy(p => p.Period.Kind).Select(p => p.Period),
        ];
    }

    /// <summary>Tells of those that nobody told of meanwhile; answers how many. Null when the game is being worked out anew by now.</summary>
    internal async Task<int?> TellAsync(SlotBookingDb db, IReadOnlyCollection<Period> due, CancellationToken cancellationToken)
    {
        var cursor = await EventLog.TakeCursorAsync(db, GameReader.Reader, cancellationToken); // the reader waits meanwhile, and so does another job
        if (await db.GameStates.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { RebuildingUntil: null })
        {
            return null;
        }

        var names = due.Select(p => p.ToString()).ToArray();
        var told = (await ToldAsync(db, cursor, cancellationToken)).Concat(await db.ClosedPeriods.Where(p => names.Contains(p.Period)).Select(p => p.Period).ToListAsync(cancellationToken))
            .ToHashSet(StringComparer.Ordinal);
        var untold = due.Where(p => !told.Contains(p.ToString())).ToList();
        foreach (var period in untold)
        {
            db.Events.Add(new OfficeEvent
            {
                Kind = EventKinds.PeriodClosed,
                At = clock.Now,
                Detail = JsonSerializer.Serialize(new ClosingDetail(period.ToString(), await OrderAsync(db, period, cancellationToken)), Web),
            });
        }

        return untold.Count;
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
