using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Accounts;

/// <summary>Lets active admins, and the product itself, change business settings.</summary>
internal sealed class AdminSettingsAuthorizer : ISettingsAuthorizer
{
    /// <inheritdoc />
    public Task<bool> MayChangeAsync(SlotBookingDb db, Actor author, CancellationToken cancellationToken) =>
        AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken);
}
