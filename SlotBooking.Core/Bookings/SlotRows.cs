using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Bookings;

/// <summary>The rows of some slots, wherever they lie, each found by the beginning of its key.</summary>
/// <remarks>A batch of commands touches a few slots of many days; reading those days whole costs many times more.</remarks>
internal static class SlotRows
{
    /// <summary>Who is ready in these slots.</summary>
    public static IQueryable<ReadySlot> Ready(SlotBookingDb db, IReadOnlyCollection<Slot> slots)
    {
        if (db.Database.IsSqlite())
        {
            return db.ReadySlots.FromSql(
                $"""
                SELECT r.* FROM json_each({Json(slots)}) AS wanted CROSS JOIN ready_slots AS r
                  ON r."Day" = wanted.value ->> 0 AND r."Start" = wanted.value ->> 1
                """);
        }

        var (days, starts) = Arrays(slots);
        return db.ReadySlots.FromSql(
            $"""
            SELECT r.* FROM unnest({days}::date[], {starts}::time[]) AS wanted ("Day", "Start")
            JOIN ready_slots AS r ON r."Day" = wanted."Day" AND r."Start" = wanted."Start"
            """);
    }

    /// <summary>The sold places of these slots.</summary>
    public static IQueryable<SlotPlace> Sold(SlotBookingDb db, IReadOnlyCollection<Slot> slots)
    {
        if (db.Database.IsSqlite())
        {
            return db.SlotPlaces.FromSql(
                $"""
                SELECT p.* FROM json_each({Json(slots)}) AS wanted CROSS JOIN slot_places AS p
                  ON p."Day" = wanted.value ->> 0 AND p."Start" = wanted.value ->> 1
                """);
        }

        var (days, starts) = Arrays(slots);
        return db.SlotPlaces.FromSql(
            $"""
            SELECT p.* FROM unnest({days}::date[], {starts}::time[]) AS wanted ("Day", "Start")
            JOIN slot_places AS p ON p."Day" = wanted."Day" AND p."Start" = wanted."Start"
            """);
    }

    /// <summary>Days and times in the form in which SQLite keeps them.</summary>
    private static string Json(IReadOnlyCollection<Slot> slots) => JsonSerializer.Serialize(slots.Select(s => new[]
    {
        s.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        s.Start.ToString(s.Start.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
    }));

    private static (DateOnly[] Days, TimeOnly[] Starts) Arrays(IReadOnlyCollection<Slot> slots) =>
        ([.. slots.Select(s => s.Day)], [.. slots.Select(s => s.Start)]);
}
