using System.Runtime.CompilerServices;
using System.Text.Json;
using SlotBooking.Core.Events;

namespace SlotBooking.Core.Achievements.Notifications;

/// <summary>What the log is told of the game: whose numbers changed and who has news. Ids, never points.</summary>
public static class GameEvents
{
    private const int MostNamed = 20;
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly ConditionalWeakTable<OfficeEvent, ChangedDetail> Details = [];

    /// <summary>Numbers of these people changed; with many of them none is named, and it may be anybody.</summary>
    /// <param name="people">Whose.</param>
    /// <param name="withNews">Who has news.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="author">Who did it; null for the game itself.</param>
    public static OfficeEvent Changed(IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> withNews, DateTimeOffset at, Guid? author = null) => new()
    {
        Kind = EventKinds.GameChanged,
        At = at,
        AccountId = author,
        Detail = people.Count > MostNamed || withNews.Count > MostNamed ? null : JsonSerializer.Serialize(new ChangedDetail(people, withNews), Web),
    };

    /// <summary>Anybody's numbers may have changed.</summary>
    public static OfficeEvent AllChanged(DateTimeOffset at) => new() { Kind = EventKinds.GameChanged, At = at };

    /// <summary>The person has closed this news.</summary>
    public static OfficeEvent Closed(Guid account, string key, DateTimeOffset at) =>
        new() { Kind = EventKinds.NewsClosed, At = at, AccountId = account, Detail = JsonSerializer.Serialize(key, Web) };

    /// <summary>Who closed which news; null for other events.</summary>
    public static (Guid Account, string Key)? ClosedNews(OfficeEvent told) =>
        told is { Kind: EventKinds.NewsClosed, AccountId: { } account, Detail: { } json } && JsonSerializer.Deserialize<string>(json, Web) is { } key ? (account, key) : null;

    /// <summary>Whether boards have to be read again.</summary>
    public static bool Concerns(OfficeEvent told) => told.Kind == EventKinds.GameChanged;

    /// <summary>Whether the person's own numbers have to be read again.</summary>
    public static bool Concerns(OfficeEvent told, Guid account) => Concerns(told) && (Detail(told) is not { } detail || detail.People.Contains(account));

    /// <summary>Whether the person may have news.</summary>
    public static bool HasNews(OfficeEvent told, Guid account) => Concerns(told) && (Detail(told) is not { } detail || detail.News.Contains(account));

    /// <summary>Who has news; null when it may be anybody. Only of events that concern the game.</summary>
    public static IReadOnlyCollection<Guid>? PeopleWithNews(OfficeEvent told) => Detail(told)?.News;

    /// <summary>Many pages ask the same of one event: it is read once.</summary>
    private static ChangedDetail? Detail(OfficeEvent told) => told.Detail is null ? null : Details.GetValue(told, static told => JsonSerializer.Deserialize<ChangedDetail>(told.Detail!, Web)!);

    private sealed record ChangedDetail(IReadOnlyCollection<Guid> People, IReadOnlyCollection<Guid> News);
}
