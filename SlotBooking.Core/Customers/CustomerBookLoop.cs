using Microsoft.Extensions.Logging;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Customers;

/// <summary>Keeps the profiles up to date while the program serves: soon after a booking changed, and now and then for what came without an event.</summary>
public sealed partial class CustomerBookLoop(CustomerBook book, LiveFeed feed, TimeProvider time, ILogger<CustomerBookLoop> logger)
    : FeedLoop(feed, time)
{
    /// <inheritdoc />
    protected override TimeSpan Glance { get; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override TimeSpan Breath { get; } = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) => CustomerBook.Concerns(told);

    /// <inheritdoc />
    protected override Task WorkAsync(bool hasHeard, CancellationToken cancellationToken) => book.RunAsync(alsoUnseen: !hasHeard, cancellationToken);

    /// <inheritdoc />
    [LoggerMessage(LogLevel.Error, "Keeping customers up to date was interrupted; it goes on")]
    protected override partial void Interrupted(Exception exception);
}
