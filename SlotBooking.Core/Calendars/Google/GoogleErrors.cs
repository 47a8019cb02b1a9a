using System.Net;
using Google;
using Google.Apis.Auth.OAuth2.Responses;
using Newtonsoft.Json;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>What went wrong at Google, in our words. Goes by the reason where the status alone is ambiguous.</summary>
internal static class GoogleErrors
{
    private const string LimitMessage = "usage limits exceeded";
    private const string ShareSentence = "Das Dienstkonto darf das in diesem Kalender nicht. Teile den Kalender mit ihm: „Änderungen an Terminen vornehmen“.";
    private static readonly HashSet<string> RateReasons = new(StringComparer.Ordinal) { "rateLimitExceeded", "userRateLimitExceeded" };
    private static readonly HashSet<string> LimitReasons = new(StringComparer.Ordinal) { "quotaExceeded", "dailyLimitExceeded" };

    /// <param name="exception">What was thrown.</param>
    /// <param name="retryAfter">What the answer asked for.</param>
    /// <param name="clock">What is wrong with this server's clock, if anything is.</param>
    public static CalendarException Explain(Exception exception, TimeSpan? retryAfter, string? clock) => exception switch
    {
        CalendarException known => known,
        TokenResponseException token => Token(token, clock),
        GoogleApiException { InnerException: JsonException } => Unreadable(),
        GoogleApiException api => Api(api, retryAfter, clock),
        JsonException => Unreadable(),
        OperationCanceledException => new(CalendarTrouble.Passing, "Google hat nicht rechtzeitig geantwortet.", exception),
        HttpRequestException or IOException => new(CalendarTrouble.Passing, "Google ist nicht zu erreichen.", exception),
        _ => new(CalendarTrouble.Passing, "Die Abfrage bei Google ist unerwartet gescheitert.", exception),
    };

    /// <summary>Whether Google itself refused: what stands between may answer with the same statuses, and that proves nothing.</summary>
    public static bool IsGoogles(GoogleApiException exception) => exception.Error?.Errors?.Count > 0;

    /// <summary>The answer itself is left out: it may hold customers' names.</summary>
    public static CalendarException Unreadable() => new(CalendarTrouble.Passing, "Die Antwort von Google war nicht zu lesen.");

    private static CalendarException Api(GoogleApiException exception, TimeSpan? retryAfter, string? clock)
    {
        var reason = exception.Error?.Errors?.FirstOrDefault()?.Reason ?? "";
        return exception.HttpStatusCode switch
        {
            HttpStatusCode.TooManyRequests => Limited(exception, retryAfter),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new(CalendarTrouble.Passing, $"Google hat gerade eine Störung ({Number(exception)}).", exception) { RetryAfter = retryAfter },
            HttpStatusCode.Unauthorized => new(CalendarTrouble.TokenTrouble, Closed("401", clock), exception),
            >= HttpStatusCode.BadRequest when !IsGoogles(exception) => Unreadable(),
            HttpStatusCode.Forbidden => Forbidden(exception, reason, retryAfter),
            HttpStatusCode.NotFound => new(CalendarTrouble.CalendarLost, "Google findet den Kalender nicht. Prüfe die Kalender-ID und ob er mit dem Dienstkonto geteilt ist.", exception),
            HttpStatusCode.Gone => new(CalendarTrouble.CursorGone, "Google verlangt, den Kalender von vorn zu lesen.", exception),
            >= HttpStatusCode.BadRequest => new(CalendarTrouble.Refused, $"Google lehnt die Anfrage ab ({Number(exception)} {reason}).", exception),
            _ => Unreadable(),
        };
    }

    private static CalendarException Forbidden(GoogleApiException exception, string reason, TimeSpan? retryAfter) => reason switch
    {
        _ when RateReasons.Contains(reason) => Limited(exception, retryAfter),
        _ when LimitReasons.Contains(reason) || exception.Error.Message?.Contains(LimitMessage, StringComparison.OrdinalIgnoreCase) == true =>
            new(CalendarTrouble.UsageLimit, "Google nimmt in diesem Kalender vorerst keine Änderungen mehr an: Seine Nutzungsgrenze ist erreicht.", exception) { RetryAfter = retryAfter },
        "requiredAccessLevel" => new(CalendarTrouble.CalendarLost, ShareSentence, exception),
        "domainPolicy" => new(CalendarTrouble.Refused, "Die Verwaltung der Google-Domain verbietet den Zugriff auf den Kalender.", exception),
        _ => new(CalendarTrouble.Refused, ShareSentence, exception),
    };

    private static CalendarException Limited(Exception exception, TimeSpan? retryAfter) =>
        new(CalendarTrouble.RateLimited, "Google bremst: zu viele Anfragen in kurzer Zeit.", exception) { RetryAfter = retryAfter };

    private static CalendarException Token(TokenResponseException exception, string? clock) =>
        exception.StatusCode is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError || !IsCode(exception.Error?.Error)
            ? new(CalendarTrouble.Passing, "Die Anmeldung bei Google antwortet gerade nicht.", exception)
            : new(CalendarTrouble.TokenTrouble, Closed(exception.Error!.Error, clock), exception);

    /// <summary>A word such as invalid_grant; where the answer was none of the login's, a sentence stands there.</summary>
    private static bool IsCode(string? error) => !string.IsNullOrEmpty(error) && !error.Contains(' ', StringComparison.Ordinal);

    private static string Closed(string why, string? clock) =>
        $"Google lässt das Dienstkonto nicht herein ({why}). {clock ?? "Prüfe, ob der Schlüssel noch gilt."}";

    private static string Number(GoogleApiException exception) => FormattableString.Invariant($"{(int)exception.HttpStatusCode}");
}
