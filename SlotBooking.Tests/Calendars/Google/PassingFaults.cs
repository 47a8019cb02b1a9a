using SlotBooking.Tests.Fakes.GoogleStandIn;

namespace SlotBooking.Tests.Calendars.Google;

/// <summary>What goes wrong now and right a moment later, by the names that tests give it.</summary>
internal static class PassingFaults
{
    public static Fault Of(string name) => name switch
    {
        "answer lost" => new Fault.LoseAnswer(),
        "reset" => new Fault.Reset(),
        "hang" => new Fault.Hang(),
        "half of the JSON" => new Fault.Garble(),
        "cut in the middle" => new Fault.Truncate(),
        "stalled in the middle" => new Fault.Truncate(Stalls: true),
        "empty" => new Fault.Empty(),
        "empty object" => new Fault.Empty(IsObject: true),
        "an error with status 200" => new Fault.Say("""{"error":{"code":503,"message":"Sorry.","errors":[{"reason":"backendError"}]}}"""),
        "a list instead of an object" => new Fault.Say("[]"),
        "page for people 200" => new Fault.Html(200),
        "page for people 302" => new Fault.Html(302),
        "page for people 403" => new Fault.Html(403),
        "page for people 404" => new Fault.Html(404),
        "page for people 410" => new Fault.Html(410),
        "page for people 502" => new Fault.Html(502),
        "rateLimitExceeded" or "userRateLimitExceeded" => new Fault.Refuse(403, name),
        "429" => new Fault.Refuse(429, "rateLimitExceeded"),
        "503" => new Fault.Refuse(503),
        "500" => new Fault.Refuse(500),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
