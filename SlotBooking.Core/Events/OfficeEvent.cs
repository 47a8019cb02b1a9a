using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Events;

/// <summary>One line of the append-only event log. It names things by id: no personal data stands in it.</summary>
public sealed class OfficeEvent : ISequencedRow
{
    /// <summary>The log's order. On PostgreSQL numbers may become visible out of order: read through <see cref="EventLog"/>.</summary>
    public long Sequence { get; init; }

    /// <summary>What happened; one of <see cref="EventKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who did it; null for the product itself.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The booking it is about, if any.</summary>
    public Guid? BookingId { get; init; }

    /// <summary>The day whose board it changes; null when it may be any (a setting, a block range).</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The slot's start on that day, if it is about one slot.</summary>
    public TimeOnly? Start { get; init; }

    /// <summary>A second day that it changes: where a moved booking came from.</summary>
    public DateOnly? OtherDay { get; init; }

    /// <summary>The start on the second day.</summary>
    public TimeOnly? OtherStart { get; init; }

    /// <summary>More, as JSON without personal data; null when there is no more.</summary>
    public string? Detail { get; init; }

    /// <summary>The writing transaction's number on PostgreSQL, 0 on SQLite; set by the database.</summary>
    public long Transaction { get; init; }
}

/// <summary>The kinds of events, by their stored names.</summary>
public static class EventKinds
{
    /// <summary>A line that cannot be read because it was damaged; it is only found, never written.</summary>
    public const string Damaged = "damaged";

    /// <summary>A customer was booked.</summary>
    public const string Booked = "booking.booked";

    /// <summary>A booking changed its slot.</summary>
    public const string Moved = "booking.moved";

    /// <summary>A booking was cancelled.</summary>
    public const string Cancelled = "booking.cancelled";

    /// <summary>A cancelled booking stands again.</summary>
    public const string Restored = "booking.restored";

    /// <summary>A booking was called off because people deleted its event in the central calendar. Nobody writes to the calendar for it.</summary>
    public const string CancelledInCalendar = "booking.cancelledInCalendar";

    /// <summary>People moved or renamed a booking's event in the central calendar; time and name are put back.</summary>
    public const string EditedInCalendar = "booking.editedInCalendar";

    /// <summary>What became of an appointment was decided, decided otherwise or taken back: <c>{"from":"Open","to":"Completed","source":"calendar"}</c>.</summary>
    /// <remarks>Cancelling and taking that back tell of themselves with their own kinds and not with this one.</remarks>
    public const string OutcomeChanged = "outcome.changed";

    /// <summary>The customer confirmed an appointment, or the confirmation was taken back: <c>{"confirmed":true}</c>.</summary>
    public const string Confirmed = "booking.confirmed";

    /// <summary>The call-back note or day of an appointment changed.</summary>
    public const string CallBack = "booking.callBack";

    /// <summary>People marked an appointment before it took place, or took the mark away: it takes more or fewer places.</summary>
    public const string Announced = "booking.announced";

    /// <summary>An appointment that somebody entered in the central calendar is over and became a booking, or such a one changed its name, time or agent.</summary>
    public const string FoundInCalendar = "booking.foundInCalendar";

    /// <summary>Marks of the central calendar's events changed; they are looked at.</summary>
    public const string MarksChanged = "calendar.marks";

    /// <summary>A booking's personal data was erased.</summary>
    public const string Anonymised = "booking.anonymised";

    /// <summary>Customers' profiles changed; the detail lists their ids, or none when there are many.</summary>
    public const string CustomersChanged = "customers.changed";

    /// <summary>A customer's personal data was erased; the detail lists the id.</summary>
    public const string CustomerErased = "customer.erased";

    /// <summary>A customer's personal data was handed out; the detail lists the id.</summary>
    public const string CustomerExported = "customer.exported";

    /// <summary>A day's readiness changed.</summary>
    public const string ReadinessChanged = "availability.changed";

    /// <summary>Hand-made events of the central calendar changed on a day.</summary>
    public const string CentralChanged = "calendar.central";

    /// <summary>A consultant's events changed; the consultant's id stands in the detail as <c>{"consultant":"…"}</c>.</summary>
    public const string ConsultantCalendarChanged = "calendar.consultant";

    /// <summary>A calendar was heard of again, or has not answered: what is known became older or newer.</summary>
    public const string CalendarState = "calendar.state";

    /// <summary>Readiness was edited in the local calendar.</summary>
    public const string LocalEdited = "calendar.local";

    /// <summary>A business setting changed.</summary>
    public const string SettingChanged = "setting.changed";

    /// <summary>A block was added, changed or removed.</summary>
    public const string BlockChanged = "block.changed";

    /// <summary>An account was added, disabled, enabled, or changed its password or roles.</summary>
    public const string AccountChanged = "account.changed";

    /// <summary>Somebody made, renewed or revoked the secret link to the own appointments: <c>{"change":"made"}</c>. The secret stands nowhere.</summary>
    public const string FeedLinkChanged = "feed.link";

    /// <summary>An admin corrected somebody's points: <c>{"id":"…","account":"…","points":-3}</c>.</summary>
    public const string PointsCorrected = "game.corrected";

    /// <summary>Somebody is away on some days, or not after all: <c>{"id":"…","account":"…","first":"2026-11-24","through":"2026-11-25","withdrawn":false}</c>.</summary>
    public const string AbsenceChanged = "absence.changed";

    /// <summary>A period is over and its MVP is to be found: <c>{"period":"2026-W48","order":[…]}</c>; the order parts those who are alike.</summary>
    public const string PeriodClosed = "game.closed";

    /// <summary>Points, badges or levels changed; the detail names whose, and who is to be told something.</summary>
    public const string GameChanged = "game.changed";

    /// <summary>A person closed a popup: it goes away on all screens.</summary>
    public const string NewsClosed = "game.newsClosed";

    /// <summary>The office was filled with invented data; only such a one may be emptied.</summary>
    public const string DemoFilled = "demo.filled";
}
