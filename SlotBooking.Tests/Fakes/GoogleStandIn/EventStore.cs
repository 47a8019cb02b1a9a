using System.Globalization;
using System.Text.Json.Nodes;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>One calendar: events as JSON, each with the number of its last change. Thread-safe.</summary>
internal sealed class EventStore(string calendarId)
{
    private readonly Lock _lock = new();

    public string Id => calendarId;

    /// <summary>Is called after each change, with the lock held: note it and return.</summary>
    public Action? Changed { get; set; }

    private readonly SortedDictionary<string, Stored> _events = new(StringComparer.Ordinal);
    private long _revision;
    private long _oldestToken;

    /// <summary>All events, copies; deleted ones too, with their status.</summary>
    public IReadOnlyList<JsonObject> All()
    {
        lock (_lock)
        {
            return [.. _events.Values.Select(e => Copy(e.Json))];
        }
    }

    /// <summary>Those that are not deleted.</summary>
    public IReadOnlyList<JsonObject> Alive() => [.. All().Where(e => !IsCancelled(e))];

    /// <summary>All sync tokens given so far are answered with 410.</summary>
    public void ForgetTokens()
    {
        lock (_lock)
        {
            _oldestToken = ++_revision;
        }
    }

    public JsonObject Insert(JsonObject body)
    {
        lock (_lock)
        {
            var id = (string?)body["id"] ?? Guid.NewGuid().ToString("N");
            if (id.Length is < 5 or > 1024 || !id.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'v')))
            {
                throw new Refusal(400, "invalid");
            }

            if (_events.ContainsKey(id))
            {
                throw new Refusal(409, "duplicate");
            }

            var json = Copy(body);
            json["id"] = id;
            json["status"] ??= "confirmed";
            json["created"] ??= Stamp();
            return Store(id, json);
        }
    }

    public JsonObject Get(string id)
    {
        lock (_lock)
        {
            return Copy(Find(id).Json);
        }
    }

    /// <summary>Patches (or replaces) an event; people do it without a version, programs should not.</summary>
    public JsonObject Change(string id, JsonObject body, string? ifMatch, bool replace = false)
    {
        lock (_lock)
        {
            var json = Copy(Match(id, ifMatch).Json);
            if (replace)
            {
                json = new JsonObject { ["id"] = id, ["status"] = "confirmed" };
            }

            Merge(json, body);
            if (json["start"]?["date"] is not null && json["start"]?["dateTime"] is not null)
            {
                throw new Refusal(400, "invalid");
            }

            return Store(id, json);
        }
    }

    public void Delete(string id, string? ifMatch)
    {
        lock (_lock)
        {
            var json = Copy(Match(id, ifMatch).Json);
            if (IsCancelled(json))
            {
                throw new Refusal(410, "deleted");
            }

            json["status"] = "cancelled";
            Store(id, json);
        }
    }

    /// <summary>Deletes an event without a trace, as Google does long after a deletion.</summary>
    public void Purge(string id)
    {
        lock (_lock)
        {
            _events.Remove(id);
        }
    }

    /// <summary>Everything alive that overlaps the window and has the private property (<c>name=value</c>), and the token for what comes after.</summary>
    public (IReadOnlyList<JsonObject> Items, string Token) List(DateTimeOffset? timeMin, DateTimeOffset? timeMax, string? property = null)
    {
        lock (_lock)
        {
            var items = _events.Values.Select(e => e.Json).Where(e => !IsCancelled(e))
                .Where(e => !(End(e) <= timeMin) && !(Start(e) >= timeMax))
                .Where(e => property is null || Has(e, property.Split('=', 2)));
            return ([.. items.Select(Copy)], Token());
        }
    }

    /// <summary>What changed since the token; of deleted events the id only.</summary>
    public (IReadOnlyList<JsonObject> Items, string Token) Since(string token)
    {
        lock (_lock)
        {
            if (token.Split('|') is not ["sync", var calendar, var number] || calendar != calendarId ||
                !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
            {
                throw new Refusal(400, "invalid");
            }

            if (revision < _oldestToken)
            {
                throw new Refusal(410, "fullSyncRequired");
            }

            var items = _events.Values.Where(e => e.Revision > revision).OrderBy(e => e.Revision)
                .Select(e => IsCancelled(e.Json) ? new JsonObject { ["id"] = (string?)e.Json["id"], ["status"] = "cancelled" } : Copy(e.Json));
            return ([.. items], Token());
        }
    }

    public static bool IsCancelled(JsonObject json) => (string?)json["status"] == "cancelled";

    private string Token() => string.Create(CultureInfo.InvariantCulture, $"sync|{calendarId}|{_revision}");

    private JsonObject Store(string id, JsonObject json)
    {
        json["etag"] = string.Create(CultureInfo.InvariantCulture, $"\"{++_revision}\"");
        json["updated"] = Stamp();
        _events[id] = new Stored(_revision, json);
        Changed?.Invoke();
        return Copy(json);
    }

    private Stored Find(string id) => _events.GetValueOrDefault(id) ?? throw new Refusal(404, "notFound");

    private Stored Match(string id, string? ifMatch)
    {
        var stored = Find(id);
        return ifMatch is null || ifMatch == (string?)stored.Json["etag"] ? stored : throw new Refusal(412, "conditionNotMet");
    }

    private static void Merge(JsonObject into, JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            if (value is null)
            {
                into.Remove(name);
            }
            else if (value is JsonObject inner && into[name] is JsonObject present)
            {
                Merge(present, inner);
            }
            else
            {
                into[name] = value.DeepClone();
            }
        }
    }

    /// <summary>Rises with every change, also while a test's clock stands.</summary>
    private string Stamp() =>
        (DateTimeOffset.UnixEpoch.AddYears(56) + TimeSpan.FromMilliseconds(_revision)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static bool Has(JsonObject json, string[] property) =>
        (string?)json["extendedProperties"]?["private"]?[property[0]] == property[1];

    private static DateTimeOffset Start(JsonObject json) => Instant(json["start"]);

    private static DateTimeOffset End(JsonObject json) => Instant(json["end"]);

    private static DateTimeOffset Instant(JsonNode? time) => DateTimeOffset.Parse(
        (string?)time?["dateTime"] ?? (string?)time?["date"] ?? throw new Refusal(400, "required"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static JsonObject Copy(JsonObject json) => json.DeepClone().AsObject();

    private sealed record Stored(long Revision, JsonObject Json);
}
