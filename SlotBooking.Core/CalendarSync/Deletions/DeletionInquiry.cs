using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Asks the central calendar for single events of ours that seem to be gone. An answer that fails proves nothing and stops nothing.</summary>
internal sealed class DeletionInquiry(Database database, ICalendarProvider provider, CalendarRef central, OfficeClock clock)
{
    private const int AskedAtOnce = 20;

    /// <summary>Asks for the events whose second look is due; whether there are any. The calendar is listed after that, so that it shows that it answers.</summary>
    public async Task<(Evidence Evidence, bool Due)> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await using var db = await database.ReadAsync(cancellationToken);
        var due = await db.CalendarAbsences.AsNoTracking().Where(a => a.LookAgainAt <= now)
            .OrderBy(a => a.LookAgainAt).Select(a => a.EventId).Take(AskedAtOnce).ToListAsync(cancellationToken);
        var answers = new Dictionary<string, CalendarItem?>(StringComparer.Ordinal);
        await AskAsync(due, answers, cancellationToken);
        return (new Evidence(now, answers), due.Count > 0);
    }

    /// <summary>Asks once more for what a list says, or does not say, of events of ours.</summary>
    public async Task<Evidence> AskAboutAsync(
        CalendarChanges changes, TimeRange window, Evidence asked, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, CalendarItem?>(asked.Answers, StringComparer.Ordinal);
        var suspects = changes.Items.Where(i => i.IsCancelled).Select(i => i.Id).Union(Repeated(changes), StringComparer.Ordinal).ToList();
        if (changes.IsFull)
        {
            suspects.AddRange(await UnlistedAsync(changes, window, cancellationToken));
        }

        var open = await OpenAsync([.. suspects.Where(id => !answers.ContainsKey(id))], cancellationToken);
        await AskAsync([.. open.Take(AskedAtOnce)], answers, cancellationToken);
        return new Evidence(began, answers);
    }

    /// <summary>Events of ours that somebody made repeat: then only their single dates are listed, under ids made of the event's.</summary>
    private static IEnumerable<string> Repeated(CalendarChanges changes) => changes.Items
        .Select(i => i.Id.Split('_', 2)).Where(parts => parts.Length == 2 && AppointmentEventId.Read(parts[0]) is not null).Select(parts => parts[0]);

    private async Task<IEnumerable<string>> UnlistedAsync(CalendarChanges changes, TimeRange window, CancellationToken cancellationToken)
    {
        var (start, end) = (window.Start, window.End);
        var listed = changes.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        await using var db = await database.ReadAsync(cancellationToken);
        var mirrored = await db.MirroredEvents.AsNoTracking()
            .Where(e => e.CalendarKey == central.Key && e.BookingId != null && e.EndsAt > start && e.StartsAt < end)
            .Select(e => e.EventId).ToListAsync(cancellationToken);
        return mirrored.Where(id => !listed.Contains(id));
    }

    /// <summary>Only those whose bookings stand and lie ahead: what we took away ourselves needs no question.</summary>
    private async Task<IReadOnlyList<string>> OpenAsync(IReadOnlyList<string> eventIds, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var own = await OwnEventIds.ReadAsync(db, eventIds, cancellationToken);
        if (own.Count == 0)
        {
            return [];
        }

        var now = clock.Now;
        var ids = own.Values.ToArray();
        var open = await db.Bookings.AsNoTracking().Where(b => ids.Contains(b.Id) && b.Status == Bookings.BookingStatus.Open && b.StartsAt > now)
            .Select(b => b.Id).ToHashSetAsync(cancellationToken);
        return [.. own.Where(e => open.Contains(e.Value)).Select(e => e.Key)];
    }

    private async Task AskAsync(IReadOnlyList<string> eventIds, Dictionary<string, CalendarItem?> answers, CancellationToken cancellationToken)
    {
        foreach (var id in eventIds)
        {
            try
            {
                answers[id] = await provider.FindAsync(central, id, cancellationToken);
            }
            catch (CalendarException)
            {
                return; // the list will say what is wrong; what was not answered stays open
            }
        }
    }
}
