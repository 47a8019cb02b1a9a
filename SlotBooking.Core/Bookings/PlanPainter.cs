using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>Reads facts and draws the plan's picture from them; what did not change keeps its object.</summary>
public sealed class PlanPainter(Database database, SlotFactsReader reader, SettingsStore settings, AccountNames names, OfficeClock clock)
{
    private const int WeeksShown = 6;
    private const int SuggestionsShown = 5;

    /// <summary>Draws a single day, for days outside the picture.</summary>
    public async Task<DayBoard> DayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var office = await settings.ReadAsync(db, cancellationToken);
        var facts = await reader.ReadAsync(db, [day], cancellationToken);
        return DayBoard.Of(facts[day], clock.Now, office.Horizon.LastDay(clock.Today));
    }

    /// <summary>Draws the next picture and says what is different.</summary>
    internal async Task<(PlanSnapshot Next, PlanChange Change)> PaintAsync(PlanSnapshot before, PlanDirt dirt, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var office = await settings.ReadAsync(db, cancellationToken);
        var (now, today) = (clock.Now, clock.Today);
        var lastDay = office.Horizon.LastDay(today);
        var first = IsoWeek.Of(today).Monday;
        var all = Enumerable.Range(0, lastDay.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToArray();
        var wanted = dirt.Everything || before.LastDay != lastDay ? all : [.. dirt.Days.Where(day => day >= first && day <= lastDay).Append(today).Distinct()];

        var facts = await reader.ReadAsync(db, wanted, cancellationToken);
        var changed = dirt.Days.Where(day => day < first || day > lastDay).ToHashSet();
        var days = new Dictionary<DateOnly, DayBoard>(all.Length);
        foreach (var day in all)
        {
            var old = before.Days.GetValueOrDefault(day);
            var board = facts.TryGetValue(day, out var fresh) ? DayBoard.Of(fresh, now, lastDay) : old!;
            if (board.Equals(old))
            {
                board = old;
            }
            else
            {
                changed.Add(day);
            }

            days[day] = board;
        }

        var next = Outlook(before, days, today, lastDay, now);
        var agents = await AgentsAsync(db, dirt.News, cancellationToken);
        var concerned = dirt.News.Select(e => e.AccountId).OfType<Guid>().Concat(agents.Values).ToHashSet();
        var people = await names.GetAsync([.. concerned], cancellationToken);
        foreach (var ids in dirt.Followed.Chunk(500))
        {
            concerned.UnionWith(await db.Bookings.Where(b => ids.Contains(b.Id)).Select(b => b.AgentId).Distinct().ToListAsync(cancellationToken));
        }

        return (next, new PlanChange(changed, News(dirt.News, agents, people), concerned));
    }

    private static PlanSnapshot Outlook(
        PlanSnapshot before, Dictionary<DateOnly, DayBoard> days, DateOnly today, DateOnly lastDay, DateTimeOffset now)
    {
        var facts = days.Values.SelectMany(day => day.Slots).Select(row => row.Facts).ToArray();
        var weeks = WeekLoad.Of(facts, IsoWeek.Of(today), WeeksShown);
        var suggestions = Suggestions.Best(facts, now, lastDay, SuggestionsShown);
        return new PlanSnapshot(
            days,
            before.Weeks.SequenceEqual(weeks) ? before.Weeks : weeks,
            before.Suggestions.SequenceEqual(suggestions) ? before.Suggestions : suggestions,
            lastDay);
    }

    /// <summary>Whose bookings they were that somebody else than their agents may have changed.</summary>
    private static async Task<Dictionary<Guid, Guid>> AgentsAsync(SlotBookingDb db, IReadOnlyList<OfficeEvent> events, CancellationToken cancellationToken)
    {
        var ids = events.Where(e => e.Kind is EventKinds.CancelledInCalendar or EventKinds.Restored).Select(e => e.BookingId).OfType<Guid>().ToHashSet();
        return ids.Count == 0
            ? []
            : await db.Bookings.AsNoTracking().Where(b => ids.Contains(b.Id)).Select(b => new { b.Id, b.AgentId })
                .ToDictionaryAsync(b => b.Id, b => b.AgentId, cancellationToken);
    }

    private static PlanNews[] News(IReadOnlyList<OfficeEvent> events, Dictionary<Guid, Guid> agents, IReadOnlyDictionary<Guid, string> people) =>
    [
        .. from told in events
           let who = told.AccountId ?? (told.BookingId is { } id && agents.TryGetValue(id, out var agent) ? agent : null)
           where who is not null && told is { Day: not null, Start: not null }
           select new PlanNews(told.Kind, who.Value, people.GetValueOrDefault(who.Value, "Jemand"), new Slot(told.Day!.Value, told.Start!.Value), told.At),
    ];
}
