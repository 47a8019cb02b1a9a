using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>Push channels as Google keeps them: posts without a body, with the channel's id and token in headers. Nobody waits for them.</summary>
internal sealed class Channels(TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentDictionary<string, Channel> _open = new(StringComparer.Ordinal);

    /// <summary>How often each push is delivered: 0 drops them, 2 doubles them.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>How long a channel lives.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Status codes that were answered to pushes.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <summary>What was opened and closed, in order: „open ID“, „stop ID“.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public IReadOnlyCollection<Channel> Open => [.. _open.Values];

    /// <summary>Opens a channel. The first push is delivered before the answer.</summary>
    public async Task<JsonObject> WatchAsync(EventStore calendar, JsonObject body)
    {
        if ((string?)body["type"] != "web_hook" || (string?)body["id"] is not { Length: > 0 and <= 64 } id || (string?)body["address"] is not { } address)
        {
            throw new Refusal(400, "required");
        }

        var channel = new Channel(id, calendar.Id, (string?)body["token"], new Uri(address), $"resource-{calendar.Id}", time.GetUtcNow() + Life);
        if (!_open.TryAdd(id, channel))
        {
            throw new Refusal(400, "channelIdNotUnique");
        }

        Log.Enqueue($"open {id}");
        await DeliverAsync(channel, "sync");
        return new JsonObject
        {
            ["kind"] = "api#channel",
            ["id"] = id,
            ["resourceId"] = channel.ResourceId,
            ["expiration"] = channel.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
    }

    public void Stop(JsonObject body)
    {
        if (!_open.TryRemove((string?)body["id"] ?? "", out var channel) || channel.ResourceId != (string?)body["resourceId"])
        {
            throw new Refusal(404, "notFound");
        }

        Log.Enqueue($"stop {channel.Id}");
    }

    /// <summary>The calendar changed.</summary>
    public void Push(string calendarId)
    {
        foreach (var channel in _open.Values.Where(c => c.CalendarId == calendarId && c.Until > time.GetUtcNow()))
        {
            _ = Task.Run(() => DeliverAsync(channel, "exists"));
        }
    }

    /// <summary>Delivers one push, however the channel stands by now: late ones come so.</summary>
    public async Task DeliverAsync(Channel channel, string state)
    {
        for (var copy = 0; copy < Copies; copy++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, channel.Address);
            request.Headers.Add("X-Goog-Channel-ID", channel.Id);
            request.Headers.Add("X-Goog-Channel-Token", channel.Token ?? "");
            request.Headers.Add("X-Goog-Resource-ID", channel.ResourceId);
            request.Headers.Add("X-Goog-Resource-State", state);
            request.Headers.Add("X-Goog-Message-Number", "1");
            try
            {
                using var answer = await _http.SendAsync(request);
                Answers.Enqueue((int)answer.StatusCode);
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                Answers.Enqueue(0);
            }
        }
    }

    /// <summary>For the shell: <c>drop</c>, <c>double</c>, <c>deliver</c>, or <c>forge</c> to push once through each channel with a wrong token.</summary>
    public JsonObject Set(string how)
    {
        if (how == "forge")
        {
            foreach (var channel in _open.Values)
            {
                _ = Task.Run(() => DeliverAsync(channel with { Token = "forged" }, "exists"));
            }
        }
        else
        {
            Copies = how switch { "drop" => 0, "double" => 2, "deliver" => 1, _ => throw new Refusal(400, "invalid") };
        }

        return [];
    }

    public JsonArray List() =>
        [.. _open.Values.Select(c => new JsonObject { ["id"] = c.Id, ["calendar"] = c.CalendarId, ["address"] = c.Address.AbsoluteUri, ["until"] = c.Until.ToString("O") })];

    public void Dispose() => _http.Dispose();

    /// <summary>One channel.</summary>
    public sealed record Channel(string Id, string CalendarId, string? Token, Uri Address, string ResourceId, DateTimeOffset Until);
}
