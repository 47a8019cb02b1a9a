namespace SlotBooking.Web.Features.MyBookings;

/// <summary>The three ways in which appointments are shown; the address names them in small letters.</summary>
public enum MineView
{
    /// <summary>Columns by stand.</summary>
    Board,

    /// <summary>A week from 09:00 to 22:00.</summary>
    Week,

    /// <summary>A list to sort.</summary>
    Table,
}
