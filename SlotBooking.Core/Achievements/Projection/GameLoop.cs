using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Plays the game while the program serves: a moment after something happened, and now and then for what was not heard of.</summary>
public sealed partial class GameLoop(GameReader reader, LiveFeed feed, TimeProvider time, ILogger<GameLoop> logger) : FeedLoop(feed, time)
{
    /// <inheritdoc />
    protected override TimeSpan Glance { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Bookings that come in quick succession are counted together, and never between two of them.</summary>
    protected override TimeSpan Breath { get; } = TimeSpan.FromMilliseconds(150);

    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) => FactReader.MayMatter(told.Kind);

    /// <inheritdoc />
    protected override Task WorkAsync(bool hasHeard, CancellationToken cancellationToken) => reader.RunAsync(cancellationToken);

    /// <inheritdoc />
    [LoggerMessage(LogLevel.Error, "The game was interrupted; it goes on from where it stood")]
    protected override partial void Interrupted(Exception exception);
}
