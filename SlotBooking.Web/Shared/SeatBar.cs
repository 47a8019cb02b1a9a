using System.Globalization;

namespace SlotBooking.Web.Shared;

/// <summary>The widths of a row of seats, so that one element draws them all: 8 px a seat, 2 px between, 5 px more between consultants.</summary>
public static class SeatBar
{
    /// <summary>More seats than this are a plain bar.</summary>
    public const int MostSeats = 32;

    private const int WidestGroup = 6;

    /// <summary>Whether the seats are too many, or their groups too wide, to be drawn one by one.</summary>
    public static bool IsPlain(int capacity, int group) => capacity > MostSeats || group is < 1 or > WidestGroup;

    /// <summary>How wide so many seats are, in pixels.</summary>
    public static int Width(int seats, int group) => seats <= 0 ? 0 : (8 * seats) + (2 * (seats - 1)) + (5 * ((seats - 1) / group));

    /// <summary>The style of what stands around the bar: how wide all seats are. It changes rarely, so it is not sent with each booking.</summary>
    public static string Around(int capacity, int group) =>
        string.Create(CultureInfo.InvariantCulture, $"--cap-w:{(IsPlain(capacity, group) ? 0 : Width(capacity, group))}px");

    /// <summary>The style of the bar itself: how much of it is taken.</summary>
    public static string Taken(int capacity, int taken, int group) => IsPlain(capacity, group)
        ? string.Create(CultureInfo.InvariantCulture, $"--taken-w:{Share(taken, capacity)}%")
        : string.Create(CultureInfo.InvariantCulture, $"--taken-w:{Width(Math.Min(taken, capacity), group)}px");

    private static int Share(int taken, int capacity) => capacity <= 0 ? 0 : Math.Min(100, 100 * taken / capacity);
}
