using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Notifications;

/// <summary>Keeps what people are to be told until it was shown to them: on whatever screen that was first, it is not told again.</summary>
public sealed class NewsDesk(Database database, OfficeClock clock)
{
    /// <summary>What waits for a person, oldest first. For who wants no popups nothing does, also not later.</summary>
    public async Task<IReadOnlyList<NewsItem>> WaitingAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var waiting = await db.GameNews.AsNoTracking().Where(n => n.AccountId == account && n.SeenAt == null)
            .OrderBy(n => n.At).ThenBy(n => n.Key).ToListAsync(cancellationToken);
        if (waiting.Count > 0 && await db.GameChoices.AnyAsync(c => c.AccountId == account && c.IsQuiet, cancellationToken))
        {
            await SeenAsync(account, [.. waiting.Select(n => n.Key)], cancellationToken);
            return [];
        }

        return [.. waiting.Select(NewsItem.Of).OfType<NewsItem>()];
    }

    /// <summary>The person has closed one: it is not told again, and all nodes hear of it.</summary>
    public Task CloseAsync(Guid account, string key, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await db.GameNews.Where(n => n.AccountId == account && n.SeenAt == null && n.Key == key)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, clock.Now), cancellationToken);
            db.Events.Add(GameEvents.Closed(account, key, clock.Now));
        },
        cancellationToken);

    /// <summary>The person has seen these.</summary>
    public Task SeenAsync(Guid account, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => database.WriteAsync(
        db => db.GameNews.Where(n => n.AccountId == account && n.SeenAt == null && keys.Contains(n.Key))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, clock.Now), cancellationToken),
        cancellationToken);
}

/// <summary>One thing a person is told.</summary>
/// <param name="Key">Its name.</param>
public abstract record NewsItem(string Key)
{
    /// <summary>A badge was earned; of a period's MVP with the period.</summary>
    public sealed record OfBadge(string Key, Badge Badge, string Period) : NewsItem(Key);

    /// <summary>A level was reached.</summary>
    public sealed record OfLevel(string Key, int From, int To) : NewsItem(Key);

    /// <summary>Reads stored news; null when it is of a badge that there is no more.</summary>
    internal static NewsItem? Of(GameNews news) => (NewsKeys.BadgeOf(news.Key), NewsKeys.LevelOf(news.Key)) switch
    {
        ({ } earned, _) when BadgeCatalogue.Find(earned.Id) is { } badge => new OfBadge(news.Key, badge, earned.Period),
        (_, { } level) => new OfLevel(news.Key, news.FromLevel ?? level - 1, level),
        _ => null,
    };
}
