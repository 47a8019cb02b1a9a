using System.Globalization;
using System.Net;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>Google Calendar. Times out, retries and stays within its budget; see <see cref="GoogleSettings"/>.</summary>
public sealed partial class GoogleCalendarProvider(GoogleSettings settings, RequestBudget budget, OfficeClock clock, TimeProvider time) : ICalendarProvider, IDisposable
{
    private const int MostPages = 1000;
    private static readonly HttpStatusCode[] NoneExpected = [];
    private readonly GoogleClient _client = new(settings, budget, time);
    private readonly GoogleMapping _mapping = new(clock);

    /// <inheritdoc />
    public async Task<CalendarChanges> ReadChangesAsync(CalendarRef calendar, string? cursor, TimeRange window, CancellationToken cancellationToken)
    {
        var items = new List<CalendarItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var showsAll = true;
        string? page = null;
        for (var number = 0; number < MostPages; number++)
        {
            var answer = await ListAsync(calendar, cursor, window, page, cancellationToken);
            items.AddRange(answer.Told.Select(_mapping.Item).OfType<CalendarItem>());
            showsAll &= answer.ShowsAll;
            if (answer.NextPage is null)
            {
                var token = GoogleText.Of(answer.NextSyncToken) is { Length: > 0 } next ? next : throw GoogleErrors.Unreadable();
                return new CalendarChanges(Latest(items), token, IsFull: cursor is null) { ShowsAll = showsAll };
            }

            if (!seen.Add(page = answer.NextPage))
            {
                break; // the same page again and again
            }
        }

        throw new CalendarException(CalendarTrouble.Passing, "Google hört nicht auf, weitere Seiten anzukündigen.");
    }

    /// <inheritdoc />
    public async Task<CalendarItem?> FindAsync(CalendarRef calendar, string eventId, CancellationToken cancellationToken) =>
        await Appointments(calendar).FindAsync(eventId, cancellationToken) is { } found ? _mapping.Item(found) : null;

    /// <inheritdoc />
    public Task<PutAppointment> PutAsync(CalendarRef central, AppointmentEvent wanted, KnownEvent known, CancellationToken cancellationToken) =>
        Appointments(central).PutAsync(wanted, known, cancellationToken);

    /// <inheritdoc />
    public Task<PutAppointment?> MarkAsync(CalendarRef central, string eventId, IEventMarks marks, CancellationToken cancellationToken) =>
        Appointments(central).MarkAsync(eventId, marks, cancellationToken);

    /// <inheritdoc />
    public Task EraseAsync(CalendarRef central, string eventId, AppointmentEvent wanted, MarkerWords words, CancellationToken cancellationToken) =>
        Appointments(central).EraseAsync(eventId, wanted, words, cancellationToken);

    /// <inheritdoc />
    public Task RemoveAsync(CalendarRef central, Guid bookingId, int generation, KnownEvent known, CancellationToken cancellationToken) =>
        Appointments(central).RemoveAsync(bookingId, generation, known, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private GoogleAppointments Appointments(CalendarRef central) => new(_client, _mapping, Id(central));

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
}
