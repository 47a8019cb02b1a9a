using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.CalendarSync;

/// <summary>Runs the outbox while the program serves: at once when a booking changed, and every few seconds for what had to wait.</summary>
public sealed partial class CalendarOutboxLoop(CalendarOutbox outbox, LiveFeed feed, TimeProvider time, ILogger<CalendarOutboxLoop> logger)
    : FeedLoop(feed, time)
{
    /// <inheritdoc />
    protected override TimeSpan Glance { get; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) => OutboxIntake.Concerns(told);

    /// <inheritdoc />
    protected override Task WorkAsync(bool hasHeard, CancellationToken cancellationToken) => outbox.RunAsync(cancellationToken);

    /// <inheritdoc />
    [LoggerMessage(LogLevel.Error, "The calendar outbox was interrupted; it goes on")]
    protected override partial void Interrupted(Exception exception);
}
