using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Overview;

/// <summary>Reads the calendars themselves, holds them against the database and changes nothing, neither here nor there.</summary>
/// <remarks>What is on its way, in either direction, is counted and not compared: a busy office is no difference.</remarks>
public sealed class CalendarCheck(Database database, CalendarDirectory directory, SettingsStore settings, OfficeClock clock)
{
    private const int AtOnce = 4;

    /// <summary>Checks all calendars; one that cannot be read is named with its reason.</summary>
    public async Task<IReadOnlyList<CalendarChecked>> RunAsync(CancellationToken cancellationToken)
    {
        var horizon = (await settings.ReadAsync(cancellationToken)).Horizon;
        var calendars = await directory.AllAsync(cancellationToken);
        var found = new CalendarChecked[calendars.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, found.Length, options, async (index, token) => found[index] = await CheckAsync(calendars[index], horizon, token));
        return found;
    }

    private async Task<CalendarChecked> CheckAsync(CalendarRef calendar, HorizonRules horizon, CancellationToken cancellationToken)
    {
        var window = SyncWindow.At(clock, horizon);
        var before = await KnowledgeAsync(calendar, window, cancellationToken);
        try
        {
            var provider = directory.For(calendar);
            var whole = await provider.ReadChangesAsync(calendar, cursor: null, window, cancellationToken);
            var coming = await ComingAsync(provider, calendar, before.Cursor, window, cancellationToken);
            var after = await KnowledgeAsync(calendar, window, cancellationToken);
            return await CompareAsync(new CheckedCalendar(calendar, whole, coming, MirrorWindow(before, window, horizon)), before, after, cancellationToken);
        }
        catch (CalendarException exception)
        {
            return new CalendarChecked(calendar, null, [], 0, 0, exception.Message);
        }
    }

    /// <summary>The ids of what the next round of the sync brings; null when that round starts from the beginning.</summary>
    private static async Task<HashSet<string>?> ComingAsync(
        ICalendarProvider provider, CalendarRef calendar, string? cursor, TimeRange window, CancellationToken cancellationToken)
    {
        if (cursor is null)
        {
            return null;
        }

        try
        {
            var changes = await provider.ReadChangesAsync(calendar, cursor, window, cancellationToken);
            return changes.IsFull ? null : changes.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        }
        catch (CalendarException exception) when (exception.Trouble == CalendarTrouble.CursorGone)
        {
            return null;
        }
    }

    private async Task<CalendarChecked> CompareAsync(CheckedCalendar read, CheckKnowledge before, CheckKnowledge after, CancellationToken cancellationToken)
    {
        var comparison = new CalendarComparison(read.Whole.Items, clock);
        List<CalendarDifference> differences = read.Coming is { } coming ? [.. comparison.WithMirror(before.Mirror, coming, read.MirrorWindow)] : [];
        var settled = after.Bookings.Where(b => after.IsSettled(b.Id, before)).ToList();
        if (read.Calendar.Key == CalendarKeys.Central)
        {
            var ids = after.Writes.Values.Where(w => w.EventId is not null).ToDictionary(w => w.BookingId, w => w.EventId!);
            differences.AddRange(comparison.WithBookings(settled, ids, await KnownAsync(read.Whole, cancellationToken)));
        }

        return new CalendarChecked(
            read.Calendar,
            read.Whole.Items.Count(i => !i.IsCancelled),
            [.. differences.OrderBy(d => d.Slot?.Day).ThenBy(d => d.Slot?.Start)],
            after.Bookings.Count - settled.Count,
            read.Coming?.Count ?? read.Whole.Items.Count,
            null);
    }

    /// <summary>A mirror that was listed yesterday does not hold the day that came into reach since.</summary>
    private TimeRange MirrorWindow(CheckKnowledge known, TimeRange window, HorizonRules horizon)
    {
        var listed = known.FullAt is { } full ? SyncWindow.On(clock.WallClock(full).Day, clock, horizon) : window;
        return new TimeRange(window.Start, listed.End < window.End ? listed.End : window.End);
    }

    private async Task<CheckKnowledge> KnowledgeAsync(CalendarRef calendar, TimeRange window, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await CheckKnowledge.ReadAsync(db, calendar, window, cancellationToken);
    }

    private async Task<HashSet<Guid>> KnownAsync(CalendarChanges whole, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var known = new HashSet<Guid>();
        foreach (var ids in whole.Items.Select(i => i.BookingId).OfType<Guid>().Distinct().Chunk(500))
        {
            known.UnionWith(await db.Bookings.Where(b => ids.Contains(b.Id)).Select(b => b.Id).ToListAsync(cancellationToken));
        }

        return known;
    }

    private sealed record CheckedCalendar(CalendarRef Calendar, CalendarChanges Whole, IReadOnlySet<string>? Coming, TimeRange MirrorWindow);
}
