using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Outcomes;

/// <summary>Reads outcomes while the program serves: at once when marks changed, and twice a minute what became due.</summary>
public sealed partial class OutcomeLoop(OutcomeReader reader, LiveFeed feed, TimeProvider time, ILogger<OutcomeLoop> logger) : FeedLoop(feed, time)
{
    /// <inheritdoc />
    protected override TimeSpan Glance { get; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) => told.Kind == EventKinds.MarksChanged;

    /// <summary>Also after a failure marks are read as soon as they change, not with the next glance.</summary>
    protected override async Task WorkAsync(bool hasHeard, CancellationToken cancellationToken)
    {
        try
        {
            await reader.RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Interrupted(exception);
        }
    }

    /// <inheritdoc />
    [LoggerMessage(LogLevel.Error, "Reading outcomes was interrupted; it goes on")]
    protected override partial void Interrupted(Exception exception);
}
