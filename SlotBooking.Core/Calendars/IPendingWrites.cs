namespace SlotBooking.Core.Calendars;

/// <summary>Writes to the central calendar what waits to be written there.</summary>
public interface IPendingWrites
{
    /// <summary>Writes everything that is due.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
