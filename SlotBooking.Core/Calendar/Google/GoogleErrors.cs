using System.Net;
using Google;
using Google.Apis.Auth.OAuth2.Responses;
using Newtonsoft.Json;

namespace SlotBooking.Core.Calendar.Google;

/// <summary>What went wrong at Google, in our words. Goes by the reason where the status alone is ambiguous.</summary>
internal static class GoogleErrors
{
    private static readonly HashSet<string> RateReasons = new(StringComparer.Ordinal) { "rateLimitExceeded", "userRateLimitExceeded" };

    public static CalendarException Explain(Exception exception, TimeSpan? retryAfter) => exception switch
    {
        CalendarException known => known,
        TokenResponseException token => Token(token),
        GoogleApiException { InnerException: JsonException } => Unreadable(),
        GoogleApiException api => Api(api, retryAfter),
        JsonException => Unreadable(),
        OperationCanceledException => new(CalendarTrouble.Passing, "Google hat nicht rechtzeitig geantwortet."),
        HttpRequestException or IOException => new(CalendarTrouble.Passing, "Google ist nicht zu erreichen.", exception),
        _ => new(CalendarTrouble.Passing, "Die Abfrage bei Google ist unerwartet gescheitert.", exception),
    };

    private static CalendarException Api(GoogleApiException exception, TimeSpan? retryAfter)
    {
        var reason = exception.Error?.Errors?.FirstOrDefault()?.Reason ?? "";
        return exception.HttpStatusCode switch
        {
            HttpStatusCode.TooManyRequests => Limited(exception, retryAfter),
            HttpStatusCode.Forbidden when RateReasons.Contains(reason) => Limited(exception, retryAfter),
            HttpStatusCode.Unauthorized => new(CalendarTrouble.TokenTrouble, "Google lässt das Dienstkonto nicht herein (401). Prüfe, ob der Schlüssel noch gilt.", exception),
            HttpStatusCode.Forbidden => new(CalendarTrouble.Refused, Forbidden(reason), exception),
            HttpStatusCode.NotFound => new(CalendarTrouble.Refused, "Google findet den Kalender nicht. Prüfe die Kalender-ID und ob er mit dem Dienstkonto geteilt ist.", exception),
            HttpStatusCode.Gone => new(CalendarTrouble.CursorGone, "Google verlangt, den Kalender von vorn zu lesen.", exception),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new(CalendarTrouble.Passing, $"Google hat gerade eine Störung ({Number(exception)}).", exception) { RetryAfter = retryAfter },
            >= HttpStatusCode.BadRequest => new(CalendarTrouble.Refused, $"Google lehnt die Anfrage ab ({Number(exception)} {reason}).", exception),
            _ => Unreadable(),
        };
    }

    private static CalendarException Limited(Exception exception, TimeSpan? retryAfter) =>
        new(CalendarTrouble.RateLimited, "Google bremst: zu viele Anfragen in kurzer Zeit.", exception) { RetryAfter = retryAfter };

    private static string Forbidden(string reason) => reason switch
    {
        "quotaExceeded" => "Google nimmt vorerst keine Änderungen mehr an: Das Kontingent des Kalenders ist erschöpft.",
        "domainPolicy" => "Die Verwaltung der Google-Domain verbietet den Zugriff auf den Kalender.",
        _ => "Das Dienstkonto darf das in diesem Kalender nicht. Teile den Kalender mit ihm: „Änderungen an Terminen vornehmen“.",
    };

    /// <summary>The answer itself is left out: it may hold customers' names.</summary>
    private static CalendarException Unreadable() => new(CalendarTrouble.Passing, "Die Antwort von Google war nicht zu lesen.");

    private static CalendarException Token(TokenResponseException exception) =>
        exception.StatusCode is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            ? new(CalendarTrouble.Passing, "Die Anmeldung bei Google antwortet gerade nicht.", exception)
            : new(CalendarTrouble.TokenTrouble, $"Google lässt das Dienstkonto nicht herein ({exception.Error?.Error}). Prüfe, ob der Schlüssel noch gilt und die Uhr des Servers stimmt.", exception);

    private static string Number(GoogleApiException exception) => FormattableString.Invariant($"{(int)exception.HttpStatusCode}");
}
