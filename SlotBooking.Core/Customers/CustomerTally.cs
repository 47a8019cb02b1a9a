using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Markers;

namespace SlotBooking.Core.Customers;

/// <summary>Adds a customer's appointments up, one after another and in any order.</summary>
internal sealed class CustomerTally
{
    private readonly int[] _counts = new int[Enum.GetValues<BookingStatus>().Length];
    private (DateTimeOffset At, Guid Id) _newest;
    private (DateTimeOffset At, Guid Id) _newestPhone;
    private (DateTimeOffset At, Guid Id) _newestEmail;
    private string _lastName = "";
    private string _firstName = "";
    private string _nameKey = "";
    private string? _phone;
    private string? _phoneKey;
    private string? _email;
    private DateOnly? _firstSeen;
    private DateOnly? _lastSeen;

    /// <summary>Reads what is added up, one row at a time.</summary>
    public static IAsyncEnumerable<TalliedBooking> Read(IQueryable<Booking> bookings) => bookings.AsNoTracking()
        .Select(b => new TalliedBooking(
            b.Id, b.CustomerId!.Value, b.Status, b.Day, b.BookedOn, b.BookedAt, b.LastName, b.FirstName, b.NameKey, b.Phone, b.PhoneKey, b.Email))
        .AsAsyncEnumerable();

    /// <summary>Takes one appointment in.</summary>
    public void Add(TalliedBooking booking)
    {
        var stamp = (booking.BookedAt, booking.Id);
        _counts[(int)booking.Status]++;
        _firstSeen = _firstSeen is { } first && first < booking.BookedOn ? first : booking.BookedOn;
        _lastSeen = _lastSeen is { } last && last > booking.Day ? last : booking.Day;
        if (_newest.CompareTo(stamp) < 0)
        {
            _newest = stamp;
            (_lastName, _firstName, _nameKey) = (NameOf(booking.LastName), NameOf(booking.FirstName), booking.NameKey);
        }

        if (booking.PhoneKey is not null && _newestPhone.CompareTo(stamp) < 0)
        {
            (_newestPhone, _phone, _phoneKey) = (stamp, booking.Phone, booking.PhoneKey);
        }

        if (booking.Email is not null && _newestEmail.CompareTo(stamp) < 0)
        {
            (_newestEmail, _email) = (stamp, booking.Email);
        }
    }

    /// <summary>Writes the result into the profile. One that has lost all its appointments keeps its name.</summary>
    public void WriteTo(Customer customer)
    {
        customer.Appointments = _counts.Sum();
        customer.Open = Count(BookingStatus.Open);
        customer.Completed = Count(BookingStatus.Completed);
        customer.NoShows = Count(BookingStatus.NoShow);
        customer.Ghosts = Count(BookingStatus.Ghost);
        customer.Cancelled = Count(BookingStatus.Cancelled);
        customer.Rescheduled = Count(BookingStatus.Rescheduled);
        customer.Overhangs = Count(BookingStatus.Overhang);
        customer.Exits = Count(BookingStatus.Exit);
        customer.Reliability = CustomerRules.Reliability(customer.Completed, customer.NoShows, customer.Ghosts);
        customer.Risk = CustomerRules.RiskOf(customer.NoShows, customer.Ghosts);
        (customer.FirstSeen, customer.LastSeen) = (_firstSeen, _lastSeen);
        if (customer.Appointments > 0 && customer.ErasedAt is null)
        {
            (customer.LastName, customer.FirstName, customer.NameKey) = (_lastName, _firstName, _nameKey);
            (customer.Phone, customer.PhoneKey, customer.Email) = (_phone, _phoneKey, _email);
        }
    }

    private int Count(BookingStatus status) => _counts[(int)status];

    private static string NameOf(string name) => MarkerParser.NameOf(name) is { Length: > 0 } bare ? bare : name;
}

/// <summary>What of a booking goes into a profile.</summary>
internal sealed record TalliedBooking(
    Guid Id, Guid CustomerId, BookingStatus Status, DateOnly Day, DateOnly BookedOn, DateTimeOffset BookedAt,
    string LastName, string FirstName, string NameKey, string? Phone, string? PhoneKey, string? Email);
