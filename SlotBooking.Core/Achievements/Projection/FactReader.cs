using System.Text.Json;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Streaks;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Reads events of the log as facts of the game. What it cannot read it says so of; what is no matter of the game it passes over.</summary>
/// <remarks>It lets nothing through that the desks would refuse: the rules behind it need not fear any value. It asks no clock, so it says the same of an event at any time.</remarks>
internal static class FactReader
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Whether events of this kind can be facts.</summary>
    public static bool MayMatter(string kind) => kind is EventKinds.Booked or EventKinds.Cancelled or EventKinds.CancelledInCalendar or EventKinds.Restored
        or EventKinds.OutcomeChanged or EventKinds.PointsCorrected or EventKinds.AbsenceChanged or EventKinds.PeriodClosed or EventKinds.SettingChanged;

    /// <summary>The fact, or null.</summary>
    public static GameFact? Read(OfficeEvent told)
    {
        try
        {
            var fact = Meaning(told);
            return fact is null or GameFact.Unreadable || told.At.UtcDateTime.Year is >= FirstYear and <= LastYear ? fact : new GameFact.Unreadable("Der Zeitpunkt kann nicht stimmen.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return new GameFact.Unreadable("Die Angaben lassen sich nicht lesen.");
        }
    }

    private static GameFact? Meaning(OfficeEvent told) => told.Kind switch
    {
        EventKinds.Booked => Booked(told),
        EventKinds.Cancelled or EventKinds.CancelledInCalendar => Became(told, BookingStatus.Cancelled),
        EventKinds.Restored => Became(told, BookingStatus.Open),
        EventKinds.OutcomeChanged => Outcome(told),
        EventKinds.PointsCorrected => Corrected(told),
        EventKinds.AbsenceChanged => Away(told),
        EventKinds.PeriodClosed => Closed(told),
        EventKinds.SettingChanged => Setting(told),
        EventKinds.Damaged => new GameFact.Unreadable("Diese Zeile des Ereignisprotokolls ist beschädigt."),
        _ => null,
    };

    private static GameFact Booked(OfficeEvent told) => told switch
    {
        { Day: { } day } when !IsPlausible(day) => new GameFact.Unreadable("Der Tag des Termins kann nicht stimmen."),
        { BookingId: { } booking, AccountId: { } agent, Day: { } day, Start: { } start } => new GameFact.Booked(booking, agent, day, start),
        _ => new GameFact.Unreadable("Es fehlt, wer gebucht hat oder welchen Termin."),
    };

    private static GameFact Became(OfficeEvent told, BookingStatus status) => told.BookingId is { } booking
        ? new GameFact.Became(booking, status, told.AccountId)
        : new GameFact.Unreadable("Es fehlt, um welchen Termin es geht.");

    /// <summary>Only by its name: neither „3“ nor „Completed, NoShow“ is one.</summary>
    private static GameFact Outcome(OfficeEvent told) =>
        Detail<OutcomeDetail>(told) is { To: { } name } && Enum.TryParse<BookingStatus>(name, out var status) && Enum.GetName(status) == name
            ? Became(told, status)
            : new GameFact.Unreadable("Dieses Ergebnis eines Termins gibt es nicht.");

    private static GameFact Corrected(OfficeEvent told) => Detail<CorrectionDetail>(told) switch
    {
        { Points: 0 or < -CorrectionDesk.Most or > CorrectionDesk.Most } => new GameFact.Unreadable("So viele Punkte kann eine Berichtigung nicht bringen."),
        { Id: { } id, Account: { } account, Points: { } points } => new GameFact.Corrected(id, account, points),
        _ => new GameFact.Unreadable("Es fehlt, wessen Punkte berichtigt werden."),
    };

    private static GameFact Away(OfficeEvent told) => Detail<AbsenceDetail>(told) switch
    {
        { Id: { } id, Account: { } account, First: { } first, Through: { } through, Withdrawn: var withdrawn } =>
            first <= through && through.DayNumber - first.DayNumber < AbsenceDesk.LongestDays && IsPlausible(first) && IsPlausible(through)
                ? new GameFact.Away(id, account, new DaySpan(first, through), withdrawn)
                : new GameFact.Unreadable("Die Tage der Abwesenheit können nicht stimmen."),
        _ => new GameFact.Unreadable("Es fehlt, wer wann abwesend ist."),
    };

    private static GameFact Closed(OfficeEvent told) => Detail<ClosingDetail>(told) is { } detail && Period.TryParse(detail.Period, out var period) && IsPlausible(period.Day)
        ? new GameFact.Closed(period, detail.Order ?? [])
        : new GameFact.Unreadable("Diesen Zeitraum gibt es nicht.");

    private static GameFact? Setting(OfficeEvent told) => Detail<string>(told) switch
    {
        "game" => new GameFact.RulesChanged(),
        "state" => new GameFact.StateChanged(),
        _ => null,
    };

    /// <summary>Whether anything of the game can be about the day.</summary>
    internal static bool IsPlausible(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    private static T? Detail<T>(OfficeEvent told)
        where T : class => told.Detail is { } json ? JsonSerializer.Deserialize<T>(json, Web) : null;

    private sealed record OutcomeDetail(string? To);
}

/// <summary>What the log says of a correction.</summary>
internal sealed record CorrectionDetail(Guid? Id, Guid? Account, int? Points);

/// <summary>What the log says of an absence.</summary>
internal sealed record AbsenceDetail(Guid? Id, Guid? Account, DateOnly? First, DateOnly? Through, bool Withdrawn);

/// <summary>What the log says of a closed period.</summary>
internal sealed record ClosingDetail(string? Period, IReadOnlyList<Guid>? Order);
