using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;

namespace SlotBooking.Web.Features.Customers;

/// <content>What an open profile has to hear of: its customer and the appointments it shows.</content>
public sealed partial class CustomersPage
{
    /// <inheritdoc />
    protected override bool Concerns(OfficeEvent told) => _profile is { } shown
        && (CustomerEvents.Concerns(told, shown.Customer.Id) || (told.BookingId is { } booking && shown.Appointments.Any(a => a.Id == booking)));
}
