using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Availability;

/// <summary>What one working-out of readiness changed.</summary>
/// <param name="Added">Rows written.</param>
/// <param name="Removed">Rows taken away.</param>
/// <param name="Days">Days whose boards changed.</param>
public sealed record AvailabilityChange(int Added, int Removed, int Days)
{
    /// <summary>Everything stood as it should.</summary>
    public static readonly AvailabilityChange None = new(0, 0, 0);
}

/// <summary>Works out from the mirrored calendars who is ready when, and stores the difference.</summary>
/// <remarks>
/// The comparison is made without a lock first, so that a run that changes nothing holds nobody up and writes nothing;
/// what differs is worked out again inside the transaction that writes it. Thread-safe.
/// </remarks>
public sealed partial class AvailabilityService(
    Database database, SettingsStore settings, OfficeClock clock, AvailabilityFile file, ILogger<AvailabilityService> logger)
{
    /// <summary>Works out the whole window for everybody and publishes the file.</summary>
    public async Task<AvailabilityChange> ComputeAsync(CancellationToken cancellationToken)
    {
        var change = await ComputeAsync(only: null, withWindow: true, cancellationToken);
        await file.PublishAsync(cancellationToken);
        return change;
    }

    /// <summary>Works out some consultants at once after their calendars changed, and publishes the file.</summary>
    public async Task<AvailabilityChange> ComputeAsync(IReadOnlyCollection<Guid> consultants, CancellationToken cancellationToken)
    {
        var change = await ComputeAsync(consultants, withWindow: false, cancellationToken);
        await file.PublishAsync(cancellationToken);
        return change;
    }

    private async Task<AvailabilityChange> ComputeAsync(IReadOnlyCollection<Guid>? only, bool withWindow, CancellationToken cancellationToken)
    {
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            var draft = AvailabilityPlan.Of(await AvailabilityFacts.ReadAsync(db, settings, clock, only, cancellationToken), withWindow);
            if (draft.IsEmpty)
            {
                return AvailabilityChange.None;
            }

            only = [.. draft.Added.Concat(draft.Removed).Select(row => row.ConsultantId).Distinct()];
        }

        var change = await database.WriteAsync(db => WriteAsync(db, only, withWindow, cancellationToken), cancellationToken);
        LogComputed(change.Added, change.Removed, change.Days);
        return change;
    }

    private async Task<AvailabilityChange> WriteAsync(
        SlotBookingDb db, IReadOnlyCollection<Guid> consultants, bool withWindow, CancellationToken cancellationToken)
    {
        // One at a time: the loser would otherwise put back what it had read before the winner wrote.
        await db.TakeTurnAsync("availability", cancellationToken);
        var facts = await AvailabilityFacts.ReadAsync(db, settings, clock, consultants, cancellationToken);
        var plan = AvailabilityPlan.Of(facts, withWindow);
        db.ReadySlots.AddRange(plan.Added);
        db.ReadySlots.RemoveRange(plan.Removed);
        if (plan.Window is { } window)
        {
            if (facts.Window is null)
            {
                db.AvailabilityWindows.Add(window);
            }
            else
            {
                db.AvailabilityWindows.Update(window);
            }
        }

        db.Events.AddRange(plan.ChangedDays.Select(day => new OfficeEvent { Kind = EventKinds.ReadinessChanged, At = clock.Now, Day = day }));
        return new AvailabilityChange(plan.Added.Count, plan.Removed.Count, plan.ChangedDays.Count);
    }

    [LoggerMessage(LogLevel.Information, "Readiness worked out: {Added} added, {Removed} removed, {Days} days changed")]
    private partial void LogComputed(int added, int removed, int days);
}
