using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Events;

namespace SlotBooking.Tests.Achievements;

public sealed class BoardCacheTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 9, 7, 0, 0, TimeSpan.Zero);
    private readonly LiveFeed _feed = new(NullLogger<LiveFeed>.Instance);
    private readonly FakeTimeProvider _time = new(Now);
    private readonly BoardCache _cache;
    private int _reads;

    public BoardCacheTests() => _cache = new BoardCache(_feed, _time);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task It_is_read_once_for_many_who_look_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ReadAsync())));

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task It_is_read_again_behind_a_change_and_after_half_a_minute()
    {
        Assert.Equal("1", await ReadAsync());
        _feed.Publish([GameEvents.AllChanged(Now)]);
        Assert.Equal("2", await ReadAsync());
        Assert.Equal("2", await ReadAsync());
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("3", await ReadAsync());
    }

    [Fact]
    public async Task What_was_begun_before_a_change_is_not_kept_behind_it()
    {
        var gate = new TaskCompletionSource();
        var before = _cache.GetAsync("board", async () =>
        {
            await gate.Task;
            return "old";
        }, CancellationToken.None);
        _feed.Publish([GameEvents.AllChanged(Now)]);

        Assert.Equal("1", await ReadAsync());
        gate.SetResult();
        Assert.Equal("old", await before);
        Assert.Equal("1", await ReadAsync());
    }

    [Fact]
    public async Task A_reading_that_failed_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(() => _cache.GetAsync<string>("board", () => throw new IOException("gone"), CancellationToken.None));

        Assert.Equal("1", await ReadAsync());
    }

    private Task<string> ReadAsync() => _cache.GetAsync("board", () => Task.FromResult(Interlocked.Increment(ref _reads).ToString(System.Globalization.CultureInfo.InvariantCulture)), CancellationToken.None);
}
