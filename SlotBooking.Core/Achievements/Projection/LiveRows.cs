using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Writes what the rules say into the context's transaction.</summary>
/// <param name="db">The context.</param>
/// <param name="now">What was earned long before is no news: the log is being caught up with.</param>
internal sealed class LiveRows(SlotBookingDb db, DateTimeOffset now) : IGameRows
{
    private readonly List<GameNews> _news = [];

    /// <inheritdoc />
    public void Add<T>(T row)
        where T : class => db.Add(row);

    /// <inheritdoc />
    public void Tell(GameNews news) => _news.Add(news);

    /// <summary>Adds the news that nobody was told before; answers for whom there is any.</summary>
    public async Task<IReadOnlyCollection<Guid>> AddNewsAsync(CancellationToken cancellationToken)
    {
        if (_news.Count == 0)
        {
            return [];
        }

        var people = _news.Select(n => n.AccountId).Distinct().ToArray();
        var keys = _news.Select(n => n.Key).Distinct().ToArray();
        var known = (await db.GameNews.Where(n => people.Contains(n.AccountId) && keys.Contains(n.Key)).Select(n => new { n.AccountId, n.Key })
            .ToListAsync(cancellationToken)).Select(n => (n.AccountId, n.Key)).ToHashSet();
        var fresh = _news.Where(n => known.Add((n.AccountId, n.Key))).ToList();
        foreach (var old in fresh.Where(n => now - n.At > NewsKeys.Stays))
        {
            old.SeenAt = now;
        }

        db.GameNews.AddRange(fresh);
        return [.. fresh.Where(n => n.SeenAt is null).Select(n => n.AccountId).Distinct()];
    }
}
