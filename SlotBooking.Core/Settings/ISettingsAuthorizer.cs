using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Settings;

/// <summary>Decides who may change business settings.</summary>
public interface ISettingsAuthorizer
{
    /// <summary>Returns whether the author may change settings now, as the caller's transaction sees it.</summary>
    Task<bool> MayChangeAsync(SlotBookingDb db, Actor author, CancellationToken cancellationToken);
}
