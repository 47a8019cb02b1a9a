using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;

namespace SlotBooking.Tests.Builders;

/// <summary>Invented customers; each call gives another one.</summary>
internal static class ACustomer
{
    private static int _number;

    public static CustomerEntry Any()
    {
        var number = Interlocked.Increment(ref _number);
        return new CustomerEntry { LastName = $"Muster{number}", FirstName = "Max", Potential = "normal" };
    }

    public static CustomerEntry Named(string lastName, string firstName = "Erika", string? phone = null) =>
        new() { LastName = lastName, FirstName = firstName, Phone = phone };

    public static Book Into(Slot slot, Actor agent, CustomerEntry? customer = null) => new(Guid.NewGuid(), agent, slot, customer ?? Any());
}
