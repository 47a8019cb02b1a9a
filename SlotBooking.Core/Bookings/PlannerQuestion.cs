using SlotBooking.Core.Availability;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>What a <see cref="DayPlanner"/> has to know besides the settings: consultants, blocks, and how far the calendars were worked out.</summary>
internal sealed class PlannerQuestion
{
    private readonly List<(Guid Id, string Name, bool IsFullTime, bool IsLocal)> _consultants;
    private readonly List<(string Key, DateTimeOffset? KnownAt)> _known;
    private readonly List<BlockSpan> _blocks;
    private readonly List<DateOnly> _through;

    /// <summary>Asks, for the days from the first to the last.</summary>
    public PlannerQuestion(RoundTrip trip, DateOnly first, DateOnly last)
    {
        _consultants = trip.Ask(
            """SELECT "Id", "Name", "IsFullTime", "CalendarId" IS NULL FROM consultants WHERE "IsActive" ORDER BY "Position", "Name" """,
            reader => (reader.GetGuid(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3)));
        _known = trip.Ask(
            """SELECT "CalendarKey", "KnownAt" FROM calendar_states""",
            reader => (reader.GetString(0), reader.IsDBNull(1) ? (DateTimeOffset?)null : trip.Instant(reader, 1)));
        _blocks = trip.Ask(
            $"""SELECT "FirstDay", "LastDay", "From", "To", "Reason" FROM blocks WHERE "LastDay" >= {trip.Value(first)} AND "FirstDay" <= {trip.Value(last)}""",
            reader => new BlockSpan(
                reader.GetFieldValue<DateOnly>(0),
                reader.GetFieldValue<DateOnly>(1),
                reader.IsDBNull(2) ? null : reader.GetFieldValue<TimeOnly>(2),
                reader.IsDBNull(3) ? null : reader.GetFieldValue<TimeOnly>(3),
                reader.GetString(4)));
        _through = trip.Ask("""SELECT "Through" FROM availability_window""", reader => reader.GetFieldValue<DateOnly>(0));
    }

    /// <summary>The planner, by the settings given.</summary>
    public DayPlanner Planner(OfficeSettings office, OfficeClock clock)
    {
        var known = _known.ToDictionary(s => s.Key, s => s.KnownAt, StringComparer.Ordinal);
        var consultants = _consultants.Select(c => new KnownConsultant(
            c.Id, c.Name, c.IsFullTime, c.IsLocal, KnownAt: known.GetValueOrDefault(CalendarKeys.Of(c.Id)))).ToArray();
        return new DayPlanner(office, clock, consultants, _blocks, _through.Count == 0 ? null : _through[0]);
    }
}
