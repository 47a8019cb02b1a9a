using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Levels;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.News;

/// <summary>Hands out what people are to be told, each thing once: also of several nodes that ask at the same moment only one gets it.</summary>
public sealed class NewsDesk(Database database, OfficeClock clock)
{
    /// <summary>Takes what waits for a person, oldest first; from then on it is seen. Who wants no popups is told nothing.</summary>
    public async Task<IReadOnlyList<NewsItem>> TakeAsync(Guid account, CancellationToken cancellationToken)
    {
        if (!await WaitsAsync(account, cancellationToken))
        {
            return [];
        }

        return await database.WriteAsync(db => TakeAsync(db, account, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<NewsItem>> TakeAsync(SlotBookingDb db, Guid account, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await db.TakeTurnAsync($"news/{account}", cancellationToken);
        var waiting = await db.GameNews.AsTracking().Where(n => n.AccountId == account && n.SeenAt == null)
            .OrderBy(n => n.At).ThenBy(n => n.Key).ToListAsync(cancellationToken);
        foreach (var news in waiting)
        {
            news.SeenAt = now;
        }

        var isQuiet = await db.GameChoices.AnyAsync(c => c.AccountId == account && c.IsQuiet, cancellationToken);
        return isQuiet ? [] : [.. waiting.Select(NewsItem.Of).OfType<NewsItem>()];
    }

    private async Task<bool> WaitsAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.GameNews.AnyAsync(n => n.AccountId == account && n.SeenAt == null, cancellationToken);
    }
}

/// <summary>One thing a person is told.</summary>
/// <param name="Key">Its name.</param>
public abstract record NewsItem(string Key)
{
    /// <summary>A badge was earned; of a period's MVP with the period.</summary>
    public sealed record OfBadge(string Key, Badge Badge, string Period) : NewsItem(Key);

    /// <summary>A level was reached.</summary>
    public sealed record OfLevel(string Key, int From, int To) : NewsItem(Key)
    {
        /// <summary>What the new level is called.</summary>
        public string Title => LevelTitles.Of(To);
    }

    /// <summary>Reads stored news; null when it is of a badge that there is no more.</summary>
    internal static NewsItem? Of(GameNews news) => (NewsKeys.BadgeOf(news.Key), NewsKeys.LevelOf(news.Key)) switch
    {
        ({ } earned, _) when BadgeCatalogue.Find(earned.Id) is { } badge => new OfBadge(news.Key, badge, earned.Period),
        (_, { } level) => new OfLevel(news.Key, news.FromLevel ?? level - 1, level),
        _ => null,
    };
}
