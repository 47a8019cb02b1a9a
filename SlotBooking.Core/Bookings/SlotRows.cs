using System.Globalization;
using System.Text.Json;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings;

/// <summary>A list of slots, wherever they lie, as a table that others are joined to by the beginning of their key.</summary>
/// <remarks>A batch of commands touches a few slots of many days; reading those days whole costs many times more.</remarks>
internal sealed class SlotRows
{
    private readonly RoundTrip _trip;
    private readonly Slot[] _slots;
    private readonly string _wanted;

    /// <summary>Adds the list to the round trip.</summary>
    public SlotRows(RoundTrip trip, IReadOnlyCollection<Slot> slots)
    {
        (_trip, _slots) = (trip, [.. slots.Order()]);
        _wanted = trip.IsSqlite
            ? $"json_each({trip.Value(JsonSerializer.Serialize(_slots.Select(Texts)))}) AS wanted"
            : $"unnest({trip.Value(_slots.Select(s => s.Day).ToArray())}, {trip.Value(_slots.Select(s => s.Start).ToArray())}) WITH ORDINALITY AS wanted (day, start, key)";
    }

    /// <summary>Asks who is ready in these slots.</summary>
    public List<(Slot Slot, Guid ConsultantId)> AskReady() =>
        _trip.Ask($"SELECT wanted.key, r.\"ConsultantId\" FROM {Found("ready_slots", "r")}", reader => (At(reader.GetInt64(0)), reader.GetGuid(1)));

    /// <summary>Asks for the numbers of the sold places of these slots.</summary>
    public List<(Slot Slot, int Number)> AskSold() =>
        _trip.Ask($"SELECT wanted.key, p.\"Number\" FROM {Found("slot_places", "p")}", reader => (At(reader.GetInt64(0)), reader.GetInt32(1)));

    /// <summary>Makes the transaction the only one that counts and sells places of these slots, until it ends. What is asked afterwards is asked under the locks.</summary>
    /// <remarks>
    /// SQLite's writing transaction is alone anyway. On PostgreSQL a row per slot is locked, always in the same order, so that two
    /// transactions never wait for each other in a circle.
    /// </remarks>
    public void Lock()
    {
        if (_trip.IsSqlite)
        {
            return;
        }

        _trip.Do($"""
            INSERT INTO slots ("Day", "Start")
            SELECT wanted.day, wanted.start FROM {_wanted}
            WHERE NOT EXISTS (SELECT 1 FROM slots s WHERE s."Day" = wanted.day AND s."Start" = wanted.start)
            ORDER BY 1, 2
            ON CONFLICT DO NOTHING
            """);
        _trip.Ask(
            $"""
            SELECT 1 FROM {_wanted} JOIN slots AS s ON s."Day" = wanted.day AND s."Start" = wanted.start
            ORDER BY s."Day", s."Start" FOR UPDATE OF s
            """,
            static _ => 1);
    }

    /// <summary>Takes the locks by themselves, for those who ask in their own way afterwards.</summary>
    public static async Task LockAsync(SlotBookingDb db, IReadOnlyCollection<Slot> slots, CancellationToken cancellationToken)
    {
        var trip = new RoundTrip(db);
        if (slots.Count > 0 && !trip.IsSqlite)
        {
            new SlotRows(trip, slots).Lock();
            await trip.SendAsync(cancellationToken);
        }
    }

    private string Found(string table, string name) => _trip.Find(_wanted, table, name, _trip.IsSqlite
        ? $"{name}.\"Day\" = wanted.value ->> 0 AND {name}.\"Start\" = wanted.value ->> 1"
        : $"{name}.\"Day\" = wanted.day AND {name}.\"Start\" = wanted.start");

    /// <summary>SQLite counts a list from 0, PostgreSQL from 1.</summary>
    private Slot At(long key) => _slots[key - (_trip.IsSqlite ? 0 : 1)];

    /// <summary>Day and time in the form in which SQLite keeps them.</summary>
    private static string[] Texts(Slot slot) =>
    [
        slot.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        slot.Start.ToString(slot.Start.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
    ];
}
