using Newtonsoft.Json;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>An event as Google's API writes it; only what the product reads.</summary>
internal sealed class GoogleEvent
{
    [JsonProperty("id")]
    public string? Id { get; set; }

    [JsonProperty("etag")]
    public string? ETag { get; set; }

    /// <summary>confirmed, tentative or cancelled.</summary>
    [JsonProperty("status")]
    public string? Status { get; set; }

    [JsonProperty("summary")]
    public string? Summary { get; set; }

    [JsonProperty("description")]
    public string? Description { get; set; }

    [JsonProperty("colorId")]
    public string? ColorId { get; set; }

    /// <summary>When it was last changed.</summary>
    [JsonProperty("updated")]
    public string? Updated { get; set; }

    [JsonProperty("start")]
    public GoogleTime? Start { get; set; }

    [JsonProperty("end")]
    public GoogleTime? End { get; set; }

    /// <summary>transparent means shown as free.</summary>
    [JsonProperty("transparency")]
    public string? Transparency { get; set; }

    /// <summary>default, outOfOffice, focusTime, workingLocation, birthday …</summary>
    [JsonProperty("eventType")]
    public string? EventType { get; set; }

    /// <summary>When it was made, in Google's writing.</summary>
    [JsonProperty("created")]
    public string? Created { get; set; }

    /// <summary>The rules by which it repeats, if it does.</summary>
    [JsonProperty("recurrence")]
    public List<string>? Recurrence { get; set; }

    [JsonProperty("attendees")]
    public List<GoogleAttendee>? Attendees { get; set; }

    [JsonProperty("extendedProperties")]
    public GoogleProperties? ExtendedProperties { get; set; }
}

/// <summary>A day, or an instant with the zone it was meant in.</summary>
internal sealed class GoogleTime
{
    [JsonProperty("date")]
    public string? Date { get; set; }

    [JsonProperty("dateTime")]
    public string? DateTime { get; set; }

    [JsonProperty("timeZone")]
    public string? TimeZone { get; set; }
}

/// <summary>Somebody who was invited.</summary>
internal sealed class GoogleAttendee
{
    /// <summary>True for the one whose calendar this is.</summary>
    [JsonProperty("self")]
    public bool? Self { get; set; }

    [JsonProperty("responseStatus")]
    public string? ResponseStatus { get; set; }
}

/// <summary>Properties that programs put on events; the private ones are seen on this copy only.</summary>
internal sealed class GoogleProperties
{
    [JsonProperty("private")]
    public Dictionary<string, string>? Private { get; set; }
}

/// <summary>One page of a list.</summary>
internal sealed class GoogleEvents
{
    /// <summary>calendar#events.</summary>
    [JsonProperty("kind")]
    public string? Kind { get; set; }

    [JsonProperty("items")]
    public List<GoogleEvent>? Items { get; set; }

    [JsonProperty("nextPageToken")]
    public string? NextPageToken { get; set; }

    /// <summary>What the account may do with the calendar: none, freeBusyReader, reader, writer, owner.</summary>
    [JsonProperty("accessRole")]
    public string? AccessRole { get; set; }

    /// <summary>False when the calendar says that it hides events or their titles from the account.</summary>
    [JsonIgnore]
    public bool ShowsAll => AccessRole is not ("none" or "freeBusyReader");

    /// <summary>True for an answer that is no list at all, whatever its status was.</summary>
    [JsonIgnore]
    public bool SaysNothing => Items is null && string.IsNullOrEmpty(NextPageToken) && string.IsNullOrEmpty(NextSyncToken) && Kind is null;

    /// <summary>The events, without gaps.</summary>
    [JsonIgnore]
    public IEnumerable<GoogleEvent> Told => (Items ?? []).OfType<GoogleEvent>();

    /// <summary>The next page, if there is one.</summary>
    [JsonIgnore]
    public string? NextPage => string.IsNullOrEmpty(NextPageToken) ? null : NextPageToken;

    /// <summary>On the last page only.</summary>
    [JsonProperty("nextSyncToken")]
    public string? NextSyncToken { get; set; }
}
