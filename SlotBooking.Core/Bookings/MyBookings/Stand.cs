namespace SlotBooking.Core.Bookings.MyBookings;

/// <summary>Where an appointment stands, as people say it: its status, with „bestätigt“ told apart from „offen“. The order is that of the board's columns.</summary>
public enum Stand
{
    /// <summary>Stands, nothing known yet.</summary>
    Open,

    /// <summary>Stands, and the customer confirmed it.</summary>
    Confirmed,

    /// <summary>The customer showed up.</summary>
    Completed,

    /// <summary>Put off without a new time.</summary>
    Rescheduled,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>Confirmed but not present.</summary>
    NoShow,

    /// <summary>Neither confirmed nor present.</summary>
    Ghost,

    /// <summary>Carried over by us; on the board among those put off.</summary>
    Overhang,

    /// <summary>Left the process; on the board among those called off.</summary>
    Exit,
}

/// <summary>What follows from a stand.</summary>
public static class Stands
{
    private static readonly Dictionary<string, Stand> ByCode = Enum.GetValues<Stand>().ToDictionary(stand => stand.Code(), StringComparer.Ordinal);

    /// <summary>The board's seven columns, from left to right.</summary>
    public static readonly IReadOnlyList<Stand> Lanes =
        [Stand.Open, Stand.Confirmed, Stand.Completed, Stand.Rescheduled, Stand.Cancelled, Stand.NoShow, Stand.Ghost];

    /// <summary>Where the appointment stands.</summary>
    public static Stand Of(BookingView booking) => booking is { Status: BookingStatus.Open, IsConfirmed: true } ? Stand.Confirmed : Of(booking.Status);

    /// <summary>Where an appointment with this status stands, when nothing is known of a confirmation.</summary>
    public static Stand Of(BookingStatus status) => status switch
    {
        BookingStatus.Open => Stand.Open,
        BookingStatus.Completed => Stand.Completed,
        BookingStatus.Rescheduled => Stand.Rescheduled,
        BookingStatus.Cancelled => Stand.Cancelled,
        BookingStatus.NoShow => Stand.NoShow,
        BookingStatus.Ghost => Stand.Ghost,
        BookingStatus.Overhang => Stand.Overhang,
        _ => Stand.Exit,
    };

    /// <summary>The column in which it stands: overhangs with those put off, exits with those called off.</summary>
    public static Stand Lane(this Stand stand) => stand switch
    {
        Stand.Overhang => Stand.Rescheduled,
        Stand.Exit => Stand.Cancelled,
        _ => stand,
    };

    /// <summary>The status that a stand means.</summary>
    public static BookingStatus Status(this Stand stand) => stand switch
    {
        Stand.Completed => BookingStatus.Completed,
        Stand.Rescheduled => BookingStatus.Rescheduled,
        Stand.Cancelled => BookingStatus.Cancelled,
        Stand.NoShow => BookingStatus.NoShow,
        Stand.Ghost => BookingStatus.Ghost,
        Stand.Overhang => BookingStatus.Overhang,
        Stand.Exit => BookingStatus.Exit,
        _ => BookingStatus.Open,
    };

    /// <summary>The stable word for addresses and markup: open, confirmed, completed …</summary>
    public static string Code(this Stand stand) => stand switch
    {
        Stand.Open => "open",
        Stand.Confirmed => "confirmed",
        Stand.Completed => "completed",
        Stand.Rescheduled => "rescheduled",
        Stand.Cancelled => "cancelled",
        Stand.NoShow => "noshow",
        Stand.Ghost => "ghost",
        Stand.Overhang => "overhang",
        _ => "exit",
    };

    /// <summary>Reads what <see cref="Code"/> wrote; null for anything else.</summary>
    public static Stand? Parse(string? code) => code is not null && ByCode.TryGetValue(code, out var stand) ? stand : null;
}
