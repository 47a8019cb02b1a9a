using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>Keeps the places that hand-made events of the central calendar take, day by day.</summary>
internal sealed class CentralTakings(SlotBookingDb db, ReadinessRules readiness, MarkerWords words, OfficeClock clock)
{
    /// <summary>An event without end takes no place on days on which nobody can book: three years are more than any horizon.</summary>
    private const int DaysAhead = 3 * 366;
    private const int DaysBack = 60;

    /// <summary>Works out anew what the events take; answers the days on which it became different.</summary>
    /// <param name="touched">The ids of all events that were added, changed or removed.</param>
    /// <param name="present">Those of them that are there.</param>
    /// <param name="ours">The ids of those that we made: they take no further place, for the booking takes it already.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlySet<DateOnly>> UpdateAsync(
        IReadOnlyCollection<string> touched,
        IReadOnlyList<MirroredEvent> present,
        IReadOnlySet<string> ours,
        CancellationToken cancellationToken)
    {
        var before = new List<CentralTaking>();
        foreach (var ids in touched.Chunk(500))
        {
            before.AddRange(await db.CentralTakings.AsTracking().Where(t => ids.Contains(t.EventId)).ToListAsync(cancellationToken));
        }

        var after = present.Where(e => !ours.Contains(e.EventId)).SelectMany(Of).ToDictionary(Key);
        var days = new HashSet<DateOnly>();
        foreach (var taking in before)
        {
            if (after.Remove(Key(taking), out var same) && Same(taking, same))
            {
                continue;
            }

            days.Add(taking.Day);
            if (same is null)
            {
                db.CentralTakings.Remove(taking);
            }
            else
            {
                (taking.StartsAt, taking.EndsAt, taking.Places) = (same.StartsAt, same.EndsAt, same.Places);
            }
        }

        db.CentralTakings.AddRange(after.Values);
        days.UnionWith(after.Values.Select(t => t.Day));
        return days;
    }

    private IEnumerable<CentralTaking> Of(MirroredEvent item)
    {
        var places = PlacesTaken.Of(
            item.Title, item.ColorId, item.IsAllDay, item.IsTransparent, isCancelled: false, readiness, words);
        if (places == 0 || item.EndsAt <= item.StartsAt)
        {
            yield break;
        }

        var (first, last) = (clock.WallClock(item.StartsAt).Day, clock.WallClock(item.EndsAt.AddTicks(-1)).Day);
        var (earliest, latest) = (clock.Today.AddDays(-DaysBack), clock.Today.AddDays(DaysAhead));
        last = last < latest ? last : latest;
        for (var day = first > earliest ? first : earliest; day <= last; day = day.AddDays(1))
        {
            yield return new CentralTaking { EventId = item.EventId, Day = day, StartsAt = item.StartsAt, EndsAt = item.EndsAt, Places = places };
        }
    }

    private static (string EventId, DateOnly Day) Key(CentralTaking taking) => (taking.EventId, taking.Day);

    private static bool Same(CentralTaking one, CentralTaking other) =>
        one.StartsAt == other.StartsAt && one.EndsAt == other.EndsAt && one.Places == other.Places;
}
