using System.Collections.Concurrent;
using System.Collections.Immutable;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;

namespace SlotBooking.Web.Features.Game;

/// <summary>Brings people's news to all their open tabs at once, and again to new tabs until a tab has shown it.</summary>
/// <remarks>
/// A tab may hear of the same thing more than once and shows it once. What a tab was brought but never drew, because its line was cut or its
/// computer asleep, is not lost: it waits for the next visit. Listeners must queue and return. Thread-safe.
/// </remarks>
public sealed partial class NewsRoom : IDisposable
{
    private readonly NewsDesk _desk;
    private readonly ILogger<NewsRoom> _logger;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<(Guid Account, string Key), Task> _marking = [];
    private ImmutableDictionary<Guid, ImmutableList<Action<NewsMessage>>> _tabs = ImmutableDictionary<Guid, ImmutableList<Action<NewsMessage>>>.Empty;

    /// <summary>Begins to listen to the feed.</summary>
    public NewsRoom(NewsDesk desk, LiveFeed feed, ILogger<NewsRoom> logger)
    {
        (_desk, _logger) = (desk, logger);
        _subscription = feed.Subscribe(OnEvents);
    }

    /// <summary>How many tabs listen; for tests that look for leaks.</summary>
    public int Tabs => _tabs.Values.Sum(tabs => tabs.Count);

    /// <summary>A tab listens until the answer is disposed; what waited for the person comes at once.</summary>
    /// <remarks>It is told in the tab's own context: in its language, not in that of whoever booked.</remarks>
    public IDisposable Join(Guid account, Action<NewsMessage> tab)
    {
        var context = ExecutionContext.Capture();
        Action<NewsMessage> hear = context is null ? tab : message => ExecutionContext.Run(context, _ => tab(message), null);
        ImmutableInterlocked.AddOrUpdate(ref _tabs, account, [hear], (_, tabs) => tabs.Add(hear));
        _ = BringAsync(account);
        return new Leaving(this, account, hear);
    }

    /// <summary>A tab has something on its screen: the person is not told again. Who asks what waits meanwhile, a page that is just loaded anew, asks behind it.</summary>
    public async Task ShownAsync(Guid account, string key)
    {
        var marked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _marking[(account, key)] = marked.Task;
        try
        {
            await _desk.SeenAsync(account, [key], CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotMarked(exception);
        }
        finally
        {
            _marking.TryRemove((account, key), out _);
            marked.SetResult();
        }
    }

    /// <summary>The person closed something: it goes away in all tabs, at once here and a moment later on other nodes.</summary>
    public void Close(Guid account, string key)
    {
        Tell(account, new NewsMessage.Closed(key));
        _ = CloseAsync(account, key);
    }

    /// <inheritdoc />
    public void Dispose() => _subscription.Dispose();

    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        if (_tabs.IsEmpty)
        {
            return;
        }

        foreach (var (account, key) in events.Select(GameEvents.ClosedNews).OfType<(Guid Account, string Key)>())
        {
            Tell(account, new NewsMessage.Closed(key));
        }

        foreach (var told in events.Where(GameEvents.Concerns))
        {
            var people = GameEvents.PeopleWithNews(told) ?? [.. _tabs.Keys];
            foreach (var account in people.Where(_tabs.ContainsKey))
            {
                _ = BringAsync(account);
            }
        }
    }

    private async Task CloseAsync(Guid account, string key)
    {
        await Task.Yield();
        try
        {
            await _desk.CloseAsync(account, key, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotMarked(exception);
        }
    }

    private async Task BringAsync(Guid account)
    {
        await Task.Yield(); // the one who tells does not wait
        try
        {
            await Task.WhenAll(_marking.Where(m => m.Key.Account == account).Select(m => m.Value));
            if (await _desk.WaitingAsync(account, CancellationToken.None) is { Count: > 0 } news)
            {
                Tell(account, new NewsMessage.Earned(news));
            }
        }
        catch (Exception exception)
        {
            LogNotBrought(exception);
        }
    }

    private void Tell(Guid account, NewsMessage message)
    {
        foreach (var tab in _tabs.GetValueOrDefault(account, []))
        {
            tab(message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "News could not be brought; it waits for the next visit")]
    private partial void LogNotBrought(Exception exception);

    [LoggerMessage(LogLevel.Warning, "News was shown but could not be marked as seen; it may be shown again")]
    private partial void LogNotMarked(Exception exception);

    private sealed class Leaving(NewsRoom room, Guid account, Action<NewsMessage> tab) : IDisposable
    {
        public void Dispose()
        {
            ImmutableInterlocked.Update(ref room._tabs, tabs => tabs.TryGetValue(account, out var own) && own.Remove(tab) is { IsEmpty: false } others
                ? tabs.SetItem(account, others)
                : tabs.Remove(account));
        }
    }
}

/// <summary>What a tab hears.</summary>
public abstract record NewsMessage
{
    private NewsMessage()
    {
    }

    /// <summary>Something was earned; a tab may hear of it more than once.</summary>
    public sealed record Earned(IReadOnlyList<NewsItem> News) : NewsMessage;

    /// <summary>One of them was closed in another tab.</summary>
    public sealed record Closed(string Key) : NewsMessage;
}
