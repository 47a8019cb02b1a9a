using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendar.Google;

/// <summary>Google Calendar. Times out, retries and stays within its budget; see <see cref="GoogleSettings"/>.</summary>
public sealed class GoogleCalendarProvider(GoogleSettings settings, OfficeClock clock, TimeProvider time) : ICalendarProvider, IDisposable
{
    private const int MostPages = 1000;
    private const int MostSteps = 20;
    private static readonly HttpStatusCode[] NoneExpected = [];
    private static readonly HttpStatusCode[] Absent = [HttpStatusCode.NotFound, HttpStatusCode.Gone];
    private static readonly HttpStatusCode[] AbsentOrChanged = [.. Absent, HttpStatusCode.PreconditionFailed];
    private readonly GoogleClient _client = new(settings, time);
    private readonly GoogleMapping _mapping = new(clock);

    /// <inheritdoc />
    public async Task<CalendarChanges> ReadChangesAsync(CalendarRef calendar, string? cursor, TimeRange window, CancellationToken cancellationToken)
    {
        var items = new List<CalendarItem>();
        string? page = null;
        for (var number = 0; number < MostPages; number++)
        {
            var answer = await ListAsync(calendar, cursor, window, page, cancellationToken);
            items.AddRange((answer.Items ?? []).Select(_mapping.Item).OfType<CalendarItem>());
            if (answer.NextPageToken is null)
            {
                return new CalendarChanges(Latest(items), answer.NextSyncToken, IsFull: cursor is null) { ShowsAll = answer.ShowsAll };
            }

            page = answer.NextPageToken;
        }

        throw new CalendarException(CalendarTrouble.Passing, "Google hört nicht auf, weitere Seiten anzukündigen.");
    }

    /// <inheritdoc />
    public async Task<CalendarItem?> FindAsync(CalendarRef calendar, string eventId, CancellationToken cancellationToken)
    {
        return await GetAsync(calendar, eventId, cancellationToken) is { } found ? _mapping.Item(found) : null;
    }

    /// <inheritdoc />
    public async Task<PutAppointment> PutAsync(CalendarRef central, AppointmentEvent wanted, string? lastETag, CancellationToken cancellationToken)
    {
        var generation = wanted.Generation;
        var (mayExist, idWasTaken) = (lastETag is not null, false);
        for (var step = 0; step < MostSteps; step++)
        {
            if (!mayExist)
            {
                var made = await _client.SendAsync(
                    service => new InsertEvent(service, Id(central), _mapping.New(wanted, generation)), [HttpStatusCode.Conflict], cancellationToken);
                if (made.Value is { } born)
                {
                    return GoogleMapping.Put(generation, born);
                }

                (mayExist, idWasTaken) = (true, true);
            }

            var found = await FindAsync(central, wanted.BookingId, generation, cancellationToken);
            if (found is null && !idWasTaken)
            {
                mayExist = false;
            }
            else if (found is null || GoogleMapping.BookingOf(found) != wanted.BookingId)
            {
                // The id is somebody else's, or burnt by an event that is gone for good: the next one.
                (generation, mayExist, idWasTaken) = (generation + 1, false, false);
            }
            else if (await BringInLineAsync(central, found, wanted, cancellationToken) is { } standing)
            {
                return GoogleMapping.Put(generation, standing);
            }
        }

        throw NeverQuiet();
    }

    /// <inheritdoc />
    public async Task<PutAppointment?> MarkAsync(CalendarRef central, string eventId, MarksWanted marks, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var found = await GetAsync(central, eventId, cancellationToken);
            if (found is null || GoogleMapping.IsCancelled(found))
            {
                return null;
            }

            var patch = GoogleMapping.Marks(found, marks.On(found.Summary ?? "", found.ColorId, name: ""));
            if ((patch.HasValues ? await PatchAsync(central, found, patch, cancellationToken) : found) is { } standing)
            {
                return GoogleMapping.Put(generation: 0, standing);
            }
        }

        throw NeverQuiet();
    }

    /// <inheritdoc />
    public async Task EraseAsync(CalendarRef central, string eventId, AppointmentEvent wanted, MarkerWords words, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await GetAsync(central, eventId, cancellationToken) is not { } found)
            {
                return;
            }

            var patch = GoogleMapping.Marks(found, wanted.LooksErased(found.Summary ?? "", found.ColorId, words));
            if (found.Description is not null && found.Description != wanted.Description)
            {
                patch["description"] = wanted.Description;
            }

            if (!patch.HasValues || await PatchAsync(central, found, patch, cancellationToken) is not null)
            {
                return;
            }
        }

        throw NeverQuiet();
    }

    /// <inheritdoc />
    public async Task RemoveAsync(CalendarRef central, Guid bookingId, int generation, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var found = await FindAsync(central, bookingId, generation, cancellationToken);
            if (found is null)
            {
                // The same answer as for a calendar that is no longer shared: that would prove nothing.
                await ListAsync(central, null, new TimeRange(clock.Now, clock.Now.AddMinutes(1)), null, cancellationToken);
                return;
            }

            if (GoogleMapping.BookingOf(found) != bookingId)
            {
                generation++;
                continue;
            }

            if (GoogleMapping.IsCancelled(found))
            {
                return;
            }

            var removed = await _client.SendAsync(
                service => new OneEvent<string>(service, Id(central), found.Id!, HttpMethod.Delete) { IfMatch = found.ETag },
                AbsentOrChanged,
                cancellationToken);
            if (!removed.Is(HttpStatusCode.PreconditionFailed))
            {
                return;
            }
        }

        throw NeverQuiet();
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<GoogleEvents> ListAsync(CalendarRef calendar, string? cursor, TimeRange window, string? page, CancellationToken cancellationToken)
    {
        // A bad token is answered with 400, an old one with 410: both mean to start anew.
        HttpStatusCode[] expected = cursor is null ? NoneExpected : [HttpStatusCode.Gone, HttpStatusCode.BadRequest];
        var answer = await _client.SendAsync(
            service => new ListEvents(service, Id(calendar))
            {
                SingleEvents = true,
                MaxResults = settings.PageSize,
                PageToken = page,
                SyncToken = cursor,
                TimeMin = cursor is null ? Text(window.Start) : null,
                TimeMax = cursor is null ? Text(window.End) : null,
            },
            expected,
            cancellationToken);
        return answer.Value ?? throw new CalendarException(CalendarTrouble.CursorGone, "Google verlangt, den Kalender von vorn zu lesen.");
    }

    private Task<GoogleEvent?> FindAsync(CalendarRef central, Guid bookingId, int generation, CancellationToken cancellationToken) =>
        GetAsync(central, AppointmentEventId.Of(bookingId, generation), cancellationToken);

    private async Task<GoogleEvent?> GetAsync(CalendarRef central, string eventId, CancellationToken cancellationToken) =>
        (await _client.SendAsync(
            service => new OneEvent<GoogleEvent>(service, Id(central), eventId, HttpMethod.Get), Absent, cancellationToken)).Value;

    /// <summary>The event as it stands then; null when it was changed or removed meanwhile and has to be looked at again.</summary>
    private async Task<GoogleEvent?> BringInLineAsync(CalendarRef central, GoogleEvent found, AppointmentEvent wanted, CancellationToken cancellationToken) =>
        _mapping.Difference(found, wanted) is { } patch ? await PatchAsync(central, found, patch, cancellationToken) : found;

    private async Task<GoogleEvent?> PatchAsync(CalendarRef central, GoogleEvent found, JObject patch, CancellationToken cancellationToken) =>
        (await _client.SendAsync(
            service => new OneEvent<GoogleEvent>(service, Id(central), found.Id!, HttpMethod.Patch, patch) { IfMatch = found.ETag },
            AbsentOrChanged,
            cancellationToken)).Value;

    /// <summary>While pages are read, an event can appear on two of them: the later word counts.</summary>
    private static List<CalendarItem> Latest(List<CalendarItem> items)
    {
        var latest = new Dictionary<string, CalendarItem>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            latest[item.Id] = item;
        }

        return [.. latest.Values];
    }

    private static string Id(CalendarRef calendar) =>
        calendar.GoogleId ?? throw new ArgumentException("This calendar is not Google's.", nameof(calendar));

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static CalendarException NeverQuiet() =>
        new(CalendarTrouble.Passing, "Der Termin wurde bei Google immer wieder geändert, während er geschrieben wurde.");
}
