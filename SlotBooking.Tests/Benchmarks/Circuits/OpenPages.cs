using SlotBooking.Tests.Benchmarks.Hosts;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>Many open pages of one host.</summary>
internal sealed class OpenPages : IAsyncDisposable
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private readonly List<RawCircuit> _pages = [];
    private readonly Timer _alive;

    public OpenPages() => _alive = new Timer(_ => Ping(), null, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(8));

    public IReadOnlyList<RawCircuit> All => _pages;

    /// <summary>Opens so many more, a few at a time.</summary>
    public async Task OpenAsync(MeasuredHost host, string path, string awaited, int count)
    {
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) => await OpenAsync(host, path, awaited));
        await SettleAsync();
    }

    /// <summary>Opens one more.</summary>
    public async Task<RawCircuit> OpenAsync(MeasuredHost host, string path, string awaited)
    {
        var page = await RawCircuit.OpenAsync(host, path, awaited);
        lock (_pages)
        {
            _pages.Add(page);
        }

        return page;
    }

    /// <summary>Waits until nothing has been drawn for a while.</summary>
    public async Task SettleAsync()
    {
        var before = -1L;
        for (var now = Drawn(); now != before; now = Drawn())
        {
            before = now;
            await Task.Delay(Quiet);
        }
    }

    public void Forget() => _pages.ForEach(page => page.Forget());

    /// <summary>Fails when a page is no longer open.</summary>
    public void AssertAlive()
    {
        if (_pages.Find(page => page.Trouble is not null) is { } dead)
        {
            throw new InvalidOperationException($"{_pages.Count(p => p.Trouble is not null)} pages are gone: {dead.Trouble}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _alive.DisposeAsync();
        foreach (var page in _pages)
        {
            await page.DisposeAsync();
        }
    }

    private long Drawn()
    {
        lock (_pages)
        {
            return _pages.Sum(page => (long)page.Renders);
        }
    }

    private void Ping()
    {
        lock (_pages)
        {
            foreach (var page in _pages)
            {
                _ = page.PingAsync();
            }
        }
    }
}
