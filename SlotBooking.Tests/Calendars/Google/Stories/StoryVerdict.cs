using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes.GoogleStandIn;

namespace SlotBooking.Tests.Calendars.Google.Stories;

/// <summary>Compares database and calendar at the end of a <see cref="SyncStory"/>, by looking at both and at what was told to whom.</summary>
internal sealed class StoryVerdict(Office office, StandInServer google, StoryPeople people, StoryAgents agents)
{
    private const int MostGenerations = 30;

    /// <summary>Four fifths of the six hundred that Google grants.</summary>
    private const int Budget = 480;
    private readonly List<string> _wrong = [];
    private Dictionary<Guid, string> _adopted = [];

    /// <summary>A sentence for each thing that is wrong.</summary>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var bookings = await office.ReadAsync(db => db.Bookings.AsNoTracking().ToDictionaryAsync(b => b.Id));
        _adopted = await office.ReadAsync(db => db.CalendarWrites.AsNoTracking().Where(w => w.EventId != null).ToDictionaryAsync(w => w.BookingId, w => w.EventId!));
        var alive = google.Central.Alive().ToDictionary(e => (string)e["id"]!, StringComparer.Ordinal);
        foreach (var id in agents.Booked)
        {
            if (!bookings.TryGetValue(id, out var booking))
            {
                _wrong.Add($"Booking {id} was acknowledged and is lost.");
                continue;
            }

            Judge(booking, alive);
        }

        JudgeWorkOfPeople(alive);
        foreach (var parked in await office.ReadAsync(db => db.CalendarWrites.AsNoTracking().Where(w => w.Done < w.Wanted).ToListAsync()))
        {
            _wrong.Add($"Booking {parked.BookingId} is still to be written: {parked.ParkedBecause ?? parked.LastError}");
        }

        await JudgeMirrorAsync(alive);
        JudgeBudget();
        return _wrong;
    }

    private void Judge(Booking booking, Dictionary<string, JsonObject> alive)
    {
        var ids = Enumerable.Range(0, MostGenerations).Select(n => AppointmentEventId.Of(booking.Id, n)).ToHashSet(StringComparer.Ordinal);
        if (_adopted.TryGetValue(booking.Id, out var adopted))
        {
            ids.Add(adopted); // ours was gone without a trace when it had to be written, and this one names the booking
        }

        var mine = alive.Where(e => ids.Contains(e.Key)).Select(e => e.Value).ToList();
        if (mine.Count > 1)
        {
            _wrong.Add($"Booking {booking.Id} has {mine.Count} events.");
        }
        else if (booking.HoldsPlace)
        {
            JudgeStanding(booking, mine.SingleOrDefault());
        }
        else if (mine.Count > 0)
        {
            _wrong.Add($"Booking {booking.Id} is called off, and its event stands.");
        }
        else if (!agents.CalledOff.ContainsKey(booking.Id) && !ids.Overlaps(people.Deleted))
        {
            _wrong.Add($"Booking {booking.Id} was lost though nobody called it off and nobody deleted its event.");
        }
    }

    private void JudgeStanding(Booking booking, JsonObject? mine)
    {
        if (mine is null)
        {
            _wrong.Add($"Booking {booking.Id} stands and has no event.");
            return;
        }

        var (title, start, end) = ((string?)mine["summary"] ?? "", Instant(mine["start"]), Instant(mine["end"]));
        if (!title.StartsWith($"{booking.LastName}, {booking.FirstName}", StringComparison.Ordinal))
        {
            _wrong.Add($"The event of booking {booking.Id} is called “{title}”.");
        }

        if (start != booking.StartsAt || end != booking.EndsAt)
        {
            _wrong.Add($"The event of booking {booking.Id} stands at {start:u}, the booking at {booking.StartsAt:u}.");
        }
    }

    private void JudgeWorkOfPeople(Dictionary<string, JsonObject> alive)
    {
        foreach (var (id, left) in people.ByHand.Where(e => !_adopted.ContainsValue(e.Key)))
        {
            if (!alive.TryGetValue(id, out var now) || !JsonNode.DeepEquals(now, left))
            {
                _wrong.Add($"{id}, made by hand, was changed or taken away.");
            }
        }

        foreach (var (id, item) in alive.Where(e => !people.Deleted.Contains(e.Key)))
        {
            if (people.Colour.TryGetValue(id, out var colour) && (string?)item["colorId"] != colour)
            {
                _wrong.Add($"{id} lost the colour that somebody gave it.");
            }

            if (people.Notes.TryGetValue(id, out var notes) && notes.Exists(n => ((string?)item["description"])?.Contains(n, StringComparison.Ordinal) != true))
            {
                _wrong.Add($"{id} lost a note that somebody wrote.");
            }
        }
    }

    private async Task JudgeMirrorAsync(Dictionary<string, JsonObject> alive)
    {
        var mirrored = await office.ReadAsync(db => db.MirroredEvents.AsNoTracking().Where(e => e.CalendarKey == CalendarKeys.Central).ToListAsync());
        if (!mirrored.Select(e => (e.EventId, e.Title, e.StartsAt)).ToHashSet().SetEquals(
            alive.Select(e => (e.Key, (string?)e.Value["summary"] ?? "", Instant(e.Value["start"])))))
        {
            _wrong.Add("The mirror of the central calendar differs from the calendar.");
        }
    }

    private void JudgeBudget()
    {
        var arrivals = google.Arrivals.ToList();
        if (arrivals.Count > 0 && arrivals.Max(last => arrivals.Count(a => a <= last && a > last - TimeSpan.FromMinutes(1))) is var most && most > Budget)
        {
            _wrong.Add(FormattableString.Invariant($"{most} requests in one minute."));
        }
    }

    private static DateTimeOffset Instant(JsonNode? time) => DateTimeOffset.Parse((string)time!["dateTime"]!, CultureInfo.InvariantCulture);
}
