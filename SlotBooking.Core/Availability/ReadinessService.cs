using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>How a change of readiness ended.</summary>
public abstract record ReadinessAnswer
{
    private ReadinessAnswer()
    {
    }

    /// <summary>It stands and counts.</summary>
    /// <param name="Changed">Slots that were different before.</param>
    /// <param name="Skipped">Slots that can no longer, or not yet, be changed.</param>
    public sealed record Done(int Changed, int Skipped) : ReadinessAnswer;

    /// <summary>Nothing was changed; the sentence says why, in German.</summary>
    public sealed record Refused(string Sentence) : ReadinessAnswer;
}

/// <summary>Sets and clears readiness in local calendars: consultants for themselves, admins for all. What it answered counts at once.</summary>
/// <remarks>Thread-safe. A slot has one event with an id of its own, so the same wish twice makes one event.</remarks>
public sealed class ReadinessService(
    Database database, SettingsStore store, CalendarSyncService sync, AvailabilityService availability, OfficeClock clock)
{
    /// <summary>Makes the slots as wished.</summary>
    public async Task<ReadinessAnswer> SetAsync(
        Actor actor, Guid consultantId, IReadOnlyDictionary<Slot, bool> wishes, CancellationToken cancellationToken)
    {
        var answer = await database.WriteAsync(db => SetAsync(db, actor, consultantId, wishes, cancellationToken), cancellationToken);
        if (answer is ReadinessAnswer.Done { Changed: > 0 })
        {
            await sync.SyncLocalAsync(CalendarKeys.Of(consultantId), cancellationToken);
            await availability.ComputeAsync([consultantId], cancellationToken);
        }

        return answer;
    }

    private async Task<ReadinessAnswer> SetAsync(
        SlotBookingDb db, Actor actor, Guid consultantId, IReadOnlyDictionary<Slot, bool> wishes, CancellationToken cancellationToken)
    {
        var consultant = await db.Consultants.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consultantId && c.IsActive, cancellationToken);
        if (consultant is null)
        {
            return new ReadinessAnswer.Refused("Diesen Berater gibt es nicht mehr.");
        }

        if (!await MayAsync(db, actor, consultant, cancellationToken))
        {
            return new ReadinessAnswer.Refused("Du kannst nur deine eigene Bereitschaft ändern.");
        }

        if (consultant.CalendarId is not null)
        {
            return new ReadinessAnswer.Refused($"{consultant.Name} führt die Bereitschaft im Google-Kalender. Ändere sie dort.");
        }

        await db.TakeTurnAsync(consultant.CalendarKey, cancellationToken);
        var settings = await store.ReadAsync(db, cancellationToken);
        var open = wishes.Where(w => IsOpen(w.Key, settings)).OrderBy(w => w.Key).ToList();
        var edit = new ReadinessEdit(db, consultant.CalendarKey, settings.Readiness);
        var changed = 0;
        foreach (var (slot, isReady) in open)
        {
            changed += await edit.SetAsync(slot, settings.Grid.RangeOf(slot, clock), isReady, cancellationToken) ? 1 : 0;
        }

        edit.Tell(clock.Now, actor.AccountId);
        return new ReadinessAnswer.Done(changed, wishes.Count - open.Count);
    }

    private bool IsOpen(Slot slot, OfficeSettings settings) =>
        settings.Grid.Contains(slot)
        && settings.Grid.RangeOf(slot, clock).Start > clock.Now
        && slot.Day <= settings.Horizon.LastGeneratedDay(clock.Today);

    private static async Task<bool> MayAsync(SlotBookingDb db, Actor actor, Consultant consultant, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } account)
        {
            return true; // the product itself
        }

        return await AccountRights.HasAnyAsync(db, actor, [Roles.Admin], cancellationToken)
            || (consultant.AccountId == account && await AccountRights.HasAnyAsync(db, actor, [Roles.Consultant], cancellationToken));
    }
}
