namespace SlotBooking.Core.Metrics;

/// <summary>One day's appointments, counted by everything that figures are asked for by. Derived from the bookings; <see cref="DaySheets"/> keeps it right.</summary>
public sealed class DaySheet
{
    /// <summary>The day of the appointments.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The cells, as <see cref="SheetCells"/> writes them.</summary>
    public required byte[] Cells { get; set; }
}
