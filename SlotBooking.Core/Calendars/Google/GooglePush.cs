using System.Globalization;
using System.Net;
using Google.Apis.Services;
using Newtonsoft.Json;
using SlotBooking.Core.Calendars.Push;

namespace SlotBooking.Core.Calendars.Google;

/// <content>Channels through which Google says that a calendar changed.</content>
public sealed partial class GoogleCalendarProvider : ICalendarPush
{
    /// <inheritdoc />
    public async Task<PushGrant> WatchAsync(CalendarRef calendar, string channelId, string token, Uri address, CancellationToken cancellationToken)
    {
        var body = new GoogleChannel { Id = channelId, Type = "web_hook", Address = address.AbsoluteUri, Token = token };
        var answer = await _client.SendAsync(service => new ChannelRequest<GoogleChannel>(service, Id(calendar), "calendars/{calendarId}/events/watch", body), NoneExpected, cancellationToken);
        if (answer.Value is not { ResourceId: { Length: > 0 } resource } granted)
        {
            throw new CalendarException(CalendarTrouble.Passing, "Die Antwort von Google war nicht zu lesen.");
        }

        return new PushGrant(resource, long.TryParse(granted.Expiration, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null);
    }

    /// <inheritdoc />
    public Task StopAsync(CalendarRef calendar, string channelId, string resourceId, CancellationToken cancellationToken) => _client.SendAsync(
        service => new ChannelRequest<string>(service, Id(calendar), "channels/stop", new GoogleChannel { Id = channelId, ResourceId = resourceId }),
        [HttpStatusCode.NotFound, HttpStatusCode.Gone],
        cancellationToken);
}

/// <summary>A channel as Google's API writes it.</summary>
internal sealed class GoogleChannel
{
    [JsonProperty("id")]
    public string? Id { get; set; }

    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string? Type { get; set; }

    [JsonProperty("address", NullValueHandling = NullValueHandling.Ignore)]
    public string? Address { get; set; }

    [JsonProperty("token", NullValueHandling = NullValueHandling.Ignore)]
    public string? Token { get; set; }

    [JsonProperty("resourceId", NullValueHandling = NullValueHandling.Ignore)]
    public string? ResourceId { get; set; }

    /// <summary>Milliseconds since 1970, as text.</summary>
    [JsonProperty("expiration", NullValueHandling = NullValueHandling.Ignore)]
    public string? Expiration { get; set; }
}

/// <summary>Opens or closes a channel.</summary>
internal sealed class ChannelRequest<T> : GoogleRequest<T>
{
    private readonly GoogleChannel _body;

    public ChannelRequest(IClientService service, string calendarId, string path, GoogleChannel body)
        : base(service, calendarId)
    {
        (RestPath, _body) = (path, body);
        InitParameters();
    }

    public override string MethodName => "channel";

    public override string HttpMethod => System.Net.Http.HttpMethod.Post.Method;

    public override string RestPath { get; }

    public override bool ChangesCalendar => false;

    protected override object GetBody() => _body;
}
