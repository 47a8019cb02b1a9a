using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Game;

/// <summary>Says what was just earned, one thing after another, and keeps the card in the frame current. Draws nothing else.</summary>
public sealed partial class GamePopups
{
    private readonly Action _next;
    private readonly Action<string> _seen;
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closed = new();
    private readonly List<NewsItem> _queue = [];
    private IDisposable? _room;
    private LiveWake? _live;
    private LiveWake? _others;
    private GameCard? _card;
    private Guid _me;
    private int _shown;
    private bool _hasSound;

    public GamePopups() => (_next, _seen) = (Next, key => _ = Room.ShownAsync(_me, key));

    [Inject]
    private NewsRoom Room { get; set; } = default!;

    [Inject]
    private CardReader Cards { get; set; } = default!;

    [Inject]
    private GameChoices Choices { get; set; } = default!;

    [Inject]
    private CurrentActor Person { get; set; } = default!;

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    [Inject]
    private ILogger<GamePopups> Logger { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>„1 von 3“, when there is more than one.</summary>
    private string Count => _queue.Count + _shown > 1 ? T["{0} von {1}", _shown + 1, _shown + _queue.Count].Value : "";

    /// <inheritdoc />
    public void Dispose()
    {
        _room?.Dispose();
        _live?.Dispose();
        _others?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <summary>After the page stands: nobody waits for the game.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Run(BeginAsync);
        }
    }

    private async Task BeginAsync()
    {
        if ((await Person.GetAsync()).AccountId is not { } me || _closed.IsCancellationRequested)
        {
            return;
        }

        _me = me;
        _live = new LiveWake(Feed, Time, TimeSpan.FromMilliseconds(100), told => GameEvents.Concerns(told, me), () => Run(ReadAsync));
        _others = new LiveWake(Feed, Time, TimeSpan.FromSeconds(5), GameEvents.Concerns, () => Run(ReadAsync)); // who overtakes moves the rank
        try
        {
            await ReadAsync();
        }
        finally
        {
            _room = _closed.IsCancellationRequested ? null : Room.Join(me, message => Run(() => HearAsync(message)));
        }
    }

    private async Task ReadAsync()
    {
        _card = await Cards.ReadAsync(_me, _closed.Token);
        var choice = await Choices.ReadAsync(_me, _closed.Token);
        _hasSound = choice.HasSound;
        if (choice.IsQuiet)
        {
            _queue.Clear();
            _shown = 0;
        }
    }

    private Task HearAsync(NewsMessage message)
    {
        switch (message)
        {
            case NewsMessage.Earned(var news):
                _queue.AddRange(news.Where(item => _heard.Add(item.Key)));
                break;
            case NewsMessage.Closed(var key):
                _heard.Add(key);
                _shown = _queue.RemoveAll(item => item.Key == key) > 0 && _queue.Count > 0 ? _shown + 1 : _queue.Count == 0 ? 0 : _shown;
                break;
        }

        return Task.CompletedTask;
    }

    private void Next()
    {
        if (_queue.Count > 0)
        {
            Room.Close(_me, _queue[0].Key);
        }
    }

    /// <summary>The game never takes a page down: what fails here is left out until the next change.</summary>
    private void Run(Func<Task> work) => _ = InvokeAsync(async () =>
    {
        try
        {
            await work();
            StateHasChanged();
        }
        catch (Exception exception)
        {
            if (!_closed.IsCancellationRequested)
            {
                LogLeftOut(Logger, exception);
            }
        }
    });

    [LoggerMessage(LogLevel.Warning, "A page could not show the game")]
    private static partial void LogLeftOut(ILogger logger, Exception exception);
}
