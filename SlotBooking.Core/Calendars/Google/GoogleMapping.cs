using System.Globalization;
using Newtonsoft.Json.Linq;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>Between Google's events and ours. The table of decisions stands in docs/calendar.md.</summary>
internal sealed class GoogleMapping(OfficeClock clock)
{
    /// <summary>The private property that names our booking.</summary>
    public const string BookingProperty = "bookingId";

    private const int LongestColor = 10;
    private const int LongestETag = 200;
    private const string Cancelled = "cancelled";
    private const string Confirmed = "confirmed";

    /// <summary>Further off nobody means a day, and the office's clock does not go.</summary>
    private static readonly (DateOnly First, DateOnly Last) Days = (new(1000, 1, 1), new(9000, 1, 1));

    public static bool IsCancelled(GoogleEvent item) => item.Status == Cancelled;

    /// <summary>The filter that finds every event that names the booking.</summary>
    public static string FilterFor(Guid bookingId) => $"{BookingProperty}={bookingId}";

    public static Guid? BookingOf(GoogleEvent item) =>
        item.ExtendedProperties?.Private is { } properties && properties.TryGetValue(BookingProperty, out var text) && Guid.TryParse(text, out var id)
            ? id
            : null;

    /// <summary>Null for an event that says neither when it starts nor when it ends.</summary>
    public CalendarItem? Item(GoogleEvent item)
    {
        if (item.Id is not { Length: > 0 } id || GoogleText.Of(id) != id)
        {
            return null;
        }

        if (IsCancelled(item))
        {
            return new CalendarItem { Id = id, IsCancelled = true };
        }

        return RangeOf(item) is not { } range
            ? null
            : new CalendarItem
            {
                Id = id,
                BookingId = BookingOf(item),
                Title = GoogleText.Of(item.Summary),
                Range = range,
                IsAllDay = item.Start?.Date is not null,
                IsTransparent = TakesNoTime(item),
                IsRepeated = item.Recurrence is { Count: > 0 },
                ColorId = GoogleText.Short(item.ColorId, LongestColor),
                ETag = GoogleText.Short(item.ETag, LongestETag),
                Version = VersionOf(item),
                BookedBy = AppointmentEvent.BookedBy(GoogleText.Of(item.Description)),
            };
    }

    /// <summary>The event that stands after a write.</summary>
    public static PutAppointment Put(int generation, string? eventId, GoogleEvent item) =>
        new(generation, GoogleText.Short(item.ETag, LongestETag), eventId) { Version = VersionOf(item), Title = GoogleText.Of(item.Summary), ColorId = item.ColorId };

    /// <summary>The event as it is born.</summary>
    public GoogleEvent New(AppointmentEvent wanted, int generation)
    {
        var (title, color) = wanted.Looks(title: null, colorId: null);
        return new()
        {
            Id = AppointmentEventId.Of(wanted.BookingId, generation),
            Summary = title,
            Description = wanted.Description,
            ColorId = color,
            Start = Time(wanted.Range.Start),
            End = Time(wanted.Range.End),
            ExtendedProperties = new GoogleProperties
            {
                Private = new(StringComparer.Ordinal) { [BookingProperty] = wanted.BookingId.ToString() },
            },
        };
    }

    /// <summary>What has to change so that time and name are ours again; null when nothing has to.</summary>
    public JObject? Difference(GoogleEvent found, AppointmentEvent wanted)
    {
        var patch = Marks(found, wanted.Looks(found.Summary ?? "", found.ColorId));

        if (found.Start?.Date is not null || RangeOf(found) != wanted.Range)
        {
            patch["start"] = PatchOf(found.Start, wanted.Range.Start);
            patch["end"] = PatchOf(found.End, wanted.Range.End);
        }

        if (found.Recurrence is { Count: > 0 })
        {
            patch["recurrence"] = JValue.CreateNull(); // somebody made it repeat: an appointment takes place once
        }

        if (IsCancelled(found))
        {
            patch["status"] = Confirmed;
        }

        return patch.HasValues ? patch : null;
    }

    /// <summary>What has to change so that title and colour are these.</summary>
    public static JObject Marks(GoogleEvent found, (string Title, string? ColorId) looks)
    {
        var patch = new JObject();
        if (looks.Title != found.Summary)
        {
            patch["summary"] = looks.Title;
        }

        if (looks.ColorId != found.ColorId)
        {
            patch["colorId"] = looks.ColorId;
        }

        return patch;
    }

    private static long? VersionOf(GoogleEvent item) =>
        DateTimeOffset.TryParse(item.Updated, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var updated) ? updated.UtcTicks : null;

    private static bool TakesNoTime(GoogleEvent item) =>
        item.Transparency == "transparent" ||
        item.EventType == "workingLocation" ||
        item.Attendees?.Any(a => a is { Self: true, ResponseStatus: "declined" }) == true;

    private TimeRange? RangeOf(GoogleEvent item) => Instant(item.Start) is { } start && Instant(item.End) is { } end
        ? new TimeRange(start, end < start ? start : end)
        : null;

    private DateTimeOffset? Instant(GoogleTime? time)
    {
        if (time?.Date is { } date && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return clock.DayRange(Within(day)).Start;
        }

        if (time?.DateTime is not { } text || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
        {
            return null;
        }

        // Without an offset it is a wall time: Google's own answers always have one.
        return local.Kind == DateTimeKind.Unspecified
            ? clock.At(Within(DateOnly.FromDateTime(local)), TimeOnly.FromDateTime(local))
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) ? Within(instant) : null;
    }

    private static DateOnly Within(DateOnly day) => day < Days.First ? Days.First : day > Days.Last ? Days.Last : day;

    private static DateTimeOffset Within(DateTimeOffset instant)
    {
        var day = DateOnly.FromDateTime(instant.UtcDateTime);
        return Within(day) == day ? instant.ToUniversalTime() : new DateTimeOffset(Within(day), TimeOnly.MinValue, TimeSpan.Zero);
    }

    private GoogleTime Time(DateTimeOffset instant) => new()
    {
        DateTime = TimeZoneInfo.ConvertTime(instant, clock.Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        TimeZone = clock.Zone.Id,
    };

    private JObject PatchOf(GoogleTime? found, DateTimeOffset instant)
    {
        var time = Time(instant);
        var patch = new JObject { ["dateTime"] = time.DateTime, ["timeZone"] = time.TimeZone };
        if (found?.Date is not null)
        {
            patch["date"] = JValue.CreateNull(); // somebody made it an all-day event: the day has to go
        }

        return patch;
    }
}
