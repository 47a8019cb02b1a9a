using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>What a person at a shell needs who tries the product against the stand-in: look at a calendar, edit it as people do, let things go wrong.</summary>
internal sealed class StandInControls(StandInServer server, HttpContext context)
{
    public async Task AnswerAsync(string[] path)
    {
        JsonNode answer = (context.Request.Method, path) switch
        {
            ("GET", ["calendars", var id]) => new JsonArray([.. Calendar(id).All()]),
            ("POST", ["calendars", var id]) => Calendar(id).Insert(await BodyAsync()),
            ("PATCH", ["calendars", var id, var item]) => Calendar(id).Change(item, await BodyAsync(), ifMatch: null),
            ("DELETE", ["calendars", var id, var item]) => Delete(id, item),
            ("POST", ["faults", var name]) => Plan(name),
            ("GET", ["channels"]) => server.Channels.List(),
            ("POST", ["channels", var how]) => server.Channels.Set(how),
            ("DELETE", ["faults"]) => Mend(),
            _ => throw new Refusal(404, "notFound"),
        };
        context.Response.ContentType = "application/json; charset=UTF-8";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private EventStore Calendar(string id) => server.AddCalendar(Uri.UnescapeDataString(id));

    private JsonObject Delete(string calendarId, string eventId)
    {
        Calendar(calendarId).Delete(eventId, ifMatch: null);
        return [];
    }

    private JsonObject Plan(string name)
    {
        var count = int.Parse(context.Request.Query["count"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        Fault? fault = name switch
        {
            "lose-answer" => new Fault.LoseAnswer(),
            "reset" => new Fault.Reset(),
            "hang" => new Fault.Hang(),
            "garble" => new Fault.Garble(),
            "rate-limit" => new Fault.Refuse(403, "rateLimitExceeded"),
            "too-many" => new Fault.Refuse(429, "rateLimitExceeded", RetryAfterSeconds: 3),
            "unavailable" => new Fault.Refuse(503),
            "forbidden" => new Fault.Refuse(403, "forbidden"),
            "usage-limit" => new Fault.Refuse(403, "quotaExceeded") { Message = "Calendar usage limits exceeded." },
            "domain-policy" => new Fault.Refuse(403, "domainPolicy"),
            "bad-request" => new Fault.Refuse(400, "invalid"),
            "html" => new Fault.Html(200),
            "empty" => new Fault.Empty(),
            "truncate" => new Fault.Truncate(),
            "down" => null,
            _ => throw new Refusal(400, "invalid"),
        };
        if (fault is null)
        {
            server.Faults.IsDown = true;
        }
        else
        {
            server.Faults.Next(fault, count, context.Request.Query["method"].FirstOrDefault());
        }

        return [];
    }

    private JsonObject Mend()
    {
        server.Faults.Clear();
        return [];
    }

    private async Task<JsonObject> BodyAsync() =>
        (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))?.AsObject() ?? throw new Refusal(400, "parseError");
}
