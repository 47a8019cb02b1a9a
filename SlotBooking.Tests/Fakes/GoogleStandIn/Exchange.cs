using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>One request and its answer.</summary>
internal sealed class Exchange(StandInServer server, HttpContext context)
{
    private const int DefaultSize = 250;
    private static readonly string[] NotWithSyncToken =
        ["iCalUID", "orderBy", "privateExtendedProperty", "q", "sharedExtendedProperty", "timeMin", "timeMax", "updatedMin"];

    private HttpRequest Request => context.Request;

    public async Task AnswerAsync()
    {
        context.Response.Headers.Date = server.Time.GetUtcNow().ToString("R");
        try
        {
            await (Request.Path.Value?.Split('/') switch
            {
                ["", "token"] => TokenAsync(),
                ["", "calendar", "v3", "calendars", var calendar, "events", .. var rest] => EventsAsync(Uri.UnescapeDataString(calendar), rest.FirstOrDefault()),
                ["", "calendar", "v3", "channels", "stop"] => StopAsync(),
                ["", "stand-in", .. var rest] => new StandInControls(server, context).AnswerAsync(rest),
                _ => throw new Refusal(404, "notFound"),
            });
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(refusal);
        }
    }

    private async Task TokenAsync()
    {
        if (server.Faults.IsDown)
        {
            context.Abort();
            return;
        }

        var form = await Request.ReadFormAsync();
        var (token, error) = server.Tokens.Give(form["grant_type"], form["assertion"]);
        context.Response.StatusCode = token is null ? 400 : 200;
        await WriteAsync(token is null
            ? new JsonObject { ["error"] = error, ["error_description"] = "The stand-in refuses." }
            : new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = (int)Tokens.Life.TotalSeconds });
    }

    private async Task StopAsync()
    {
        server.Requests.Enqueue($"{Request.Method} {Request.Path}");
        server.Channels.Stop(await BodyAsync());
        context.Response.StatusCode = 204;
    }

    private async Task EventsAsync(string calendarId, string? eventId)
    {
        server.Requests.Enqueue($"{Request.Method} {Request.Path}{Request.QueryString}");
        server.Arrivals.Enqueue(server.Time.GetUtcNow());
        var fault = server.Faults.Take(Request.Method, calendarId);
        switch (fault)
        {
            case Fault.Refuse refuse:
                throw new Refusal(refuse.Status, refuse.Reason) { RetryAfterSeconds = refuse.RetryAfterSeconds, Text = refuse.Message };
            case Fault.Reset:
                context.Abort();
                return;
            case Fault.Html html:
                context.Response.StatusCode = html.Status;
                await AnswerWithAsync("text/html", "<!doctype html><title>Sorry</title><p>Sorry.");
                return;
            case Fault.Say say:
                await AnswerWithAsync("application/json", say.Text);
                return;
            case Fault.Hang:
                await HoldAsync();
                return;
            case Fault.Hold { Applies: false } hold:
                hold.Reach();
                await HoldAsync();
                return;
            case Fault.Meanwhile meanwhile:
                meanwhile.Act();
                break;
        }

        if (!server.Tokens.Holds(Request.Headers.Authorization))
        {
            throw new Refusal(401, "authError");
        }

        var calendar = server.Calendars.GetValueOrDefault(calendarId) ?? throw new Refusal(404, "notFound");
        var answer = await DoAsync(calendar, eventId);
        switch (fault)
        {
            case Fault.LoseAnswer:
                context.Abort();
                break;
            case Fault.Garble:
                await AnswerWithAsync("application/json", """{"id": "abc", "summ""");
                break;
            case Fault.Empty empty:
                await AnswerWithAsync("application/json", empty.IsObject ? "{}" : "");
                break;
            case Fault.Truncate cut:
                context.Response.ContentLength = 1000;
                await AnswerWithAsync("application/json", """{"id": "abc", """);
                await context.Response.Body.FlushAsync();
                if (cut.Stalls)
                {
                    await HoldAsync();
                }

                context.Abort();
                break;
            case Fault.Hold hold:
                hold.Reach();
                await HoldAsync();
                break;
            case var _ when answer is null:
                context.Response.StatusCode = 204;
                break;
            default:
                await WriteAsync(answer);
                break;
        }
    }

    private async Task HoldAsync() =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Task AnswerWithAsync(string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    }

    private async Task<JsonObject?> DoAsync(EventStore calendar, string? eventId)
    {
        var ifMatch = (string?)Request.Headers.IfMatch;
        switch (Request.Method, eventId)
        {
            case ("GET", null):
                return List(calendar);
            case ("POST", "watch"):
                return await server.Channels.WatchAsync(calendar, await BodyAsync());
            case ("POST", null):
                return calendar.Insert(await BodyAsync());
            case ("GET", { } id):
                return calendar.Get(id);
            case ("PATCH", { } id):
                return calendar.Change(id, await BodyAsync(), ifMatch);
            case ("PUT", { } id):
                return calendar.Change(id, await BodyAsync(), ifMatch, replace: true);
            case ("DELETE", { } id):
                calendar.Delete(id, ifMatch);
                return null;
            default:
                throw new Refusal(404, "notFound");
        }
    }

    private JsonObject List(EventStore calendar)
    {
        var query = Request.Query;
        var size = int.Parse(query["maxResults"].FirstOrDefault() ?? DefaultSize.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var syncToken = query["syncToken"].FirstOrDefault();
        if (syncToken is not null && NotWithSyncToken.Any(query.ContainsKey))
        {
            throw new Refusal(400, "invalid");
        }

        if (query["pageToken"].FirstOrDefault() is { } pageToken)
        {
            return server.Pages.Next(pageToken);
        }

        return server.Pages.First(syncToken is null ? calendar.List(Instant("timeMin"), Instant("timeMax"), query["privateExtendedProperty"].FirstOrDefault()) : calendar.Since(syncToken), size);
    }

    private DateTimeOffset? Instant(string name) =>
        Request.Query[name].FirstOrDefault() is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    private async Task<JsonObject> BodyAsync() =>
        (await JsonNode.ParseAsync(Request.Body, cancellationToken: context.RequestAborted))?.AsObject() ?? throw new Refusal(400, "parseError");

    private Task RefuseAsync(Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return WriteAsync(new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = refusal.Status,
                ["message"] = refusal.Text,
                ["errors"] = new JsonArray(new JsonObject { ["domain"] = "calendar", ["reason"] = refusal.Reason, ["message"] = refusal.Text }),
            },
        });
    }

    private Task WriteAsync(JsonObject json)
    {
        context.Response.ContentType = "application/json; charset=UTF-8";
        return context.Response.WriteAsync(json.ToJsonString());
    }
}
