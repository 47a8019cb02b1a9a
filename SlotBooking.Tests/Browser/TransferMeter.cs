using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace SlotBooking.Tests.Browser;

/// <summary>Counts the bytes that a page receives, as the browser's own network panel does.</summary>
internal sealed class TransferMeter : IAsyncDisposable
{
    private readonly ICDPSession _session;
    private readonly ConcurrentDictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Address, double Bytes)> _moved = new();

    private TransferMeter(ICDPSession session)
    {
        _session = session;
        _session.Event("Network.requestWillBeSent").OnEvent += (_, data) =>
            _addresses[Id(data)] = data!.Value.GetProperty("request").GetProperty("url").GetString()!;
        _session.Event("Network.loadingFinished").OnEvent += (_, data) =>
            _moved.Enqueue((_addresses.GetValueOrDefault(Id(data), "?"), data!.Value.GetProperty("encodedDataLength").GetDouble()));
        _session.Event("Network.webSocketFrameReceived").OnEvent += (_, data) =>
            _moved.Enqueue((Transfer.CircuitName, Payload(data!.Value.GetProperty("response"))));
    }

    public static async Task<TransferMeter> AttachAsync(IPage page)
    {
        var meter = new TransferMeter(await page.Context.NewCDPSessionAsync(page));
        await meter._session.SendAsync("Network.enable");
        return meter;
    }

    /// <summary>Waits until nothing moves any more, takes what was counted since the last reading and begins anew.</summary>
    public async Task<Transfer> ReadAsync()
    {
        var count = -1;
        while (count != _moved.Count)
        {
            count = _moved.Count;
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        var moved = new List<(string Address, double Bytes)>();
        while (_moved.TryDequeue(out var one))
        {
            moved.Add(one);
        }

        return new Transfer([.. moved.GroupBy(one => one.Address).Select(one => (one.Key, (int)one.Sum(part => part.Bytes)))]);
    }

    public async ValueTask DisposeAsync() => await _session.DetachAsync();

    private static string Id(JsonElement? data) => data!.Value.GetProperty("requestId").GetString()!;

    // Binary frames are told as Base64.
    private static double Payload(JsonElement frame) => frame.GetProperty("opcode").GetInt32() == 2
        ? frame.GetProperty("payloadData").GetString()!.Length * 3.0 / 4
        : frame.GetProperty("payloadData").GetString()!.Length;
}
