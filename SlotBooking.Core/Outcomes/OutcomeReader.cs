using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Outcomes;

/// <summary>Reads what became of appointments from the mirror of the central calendar.</summary>
/// <remarks>
/// It looks at events that changed and at those whose appointment is over. Any number of these may run, in any number of processes, and die at any
/// point: looks, outcomes and history are one transaction, and looking twice changes nothing.
/// </remarks>
public sealed partial class OutcomeReader(Database database, SettingsStore settings, OfficeClock clock, ILogger<OutcomeReader> logger)
{
    private const int BatchSize = 250;

    /// <summary>Looks at everything that is due.</summary>
    public async Task<OutcomeTally> RunAsync(CancellationToken cancellationToken)
    {
        var tally = new OutcomeTally();
        while (await HasDueAsync(cancellationToken))
        {
            var (batch, taken) = await database.WriteAsync(db => LookAsync(db, cancellationToken), cancellationToken);
            tally = tally.Plus(batch);
            if (taken < BatchSize)
            {
                break;
            }
        }

        if (tally.Changed + tally.Found > 0)
        {
            LogRead(tally.Looked, tally.Changed, tally.Found);
        }

        return tally;
    }

    /// <summary>Most rounds find nothing: they take no turn at writing.</summary>
    private async Task<bool> HasDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.MarkLooks.AnyAsync(l => l.LookAt <= now, cancellationToken);
    }

    private async Task<(OutcomeTally Tally, int Taken)> LookAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var looks = await MarkLooks.TakeAsync(db, now, BatchSize, cancellationToken);
        var known = await db.CalendarStates.AsNoTracking().Where(s => s.CalendarKey == CalendarKeys.Central).Select(s => s.KnownAt).SingleOrDefaultAsync(cancellationToken);
        if (looks.Count == 0 || known is not { } knownAt)
        {
            return (new OutcomeTally(), 0);
        }

        var office = await settings.ReadAsync(db, cancellationToken);
        var facts = await OutcomeFacts.ReadAsync(db, looks, office, clock, cancellationToken);
        var desk = new OutcomeDesk(db, facts, office, clock, knownAt < now ? knownAt : now);
        var done = new List<string>();
        foreach (var look in looks)
        {
            if (desk.Look(look.EventId) is { } again)
            {
                look.LookAt = again;
            }
            else
            {
                db.Entry(look).State = EntityState.Detached;
                done.Add(look.EventId);
            }
        }

        await db.MarkLooks.Where(l => done.Contains(l.EventId)).ExecuteDeleteAsync(cancellationToken);
        return (desk.Tally with { Looked = looks.Count }, looks.Count);
    }

    [LoggerMessage(LogLevel.Information, "Looked at {Looked} events of the central calendar: {Changed} outcomes changed, {Found} appointments found")]
    private partial void LogRead(int looked, int changed, int found);
}
