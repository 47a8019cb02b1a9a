using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using SlotBooking.Tests.Benchmarks.Hosts;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>One open page without a browser: speaks the circuit's protocol as the framework's script does, draws nothing and counts what comes.</summary>
internal sealed class RawCircuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly TaskCompletionSource _shaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _awaited;
    private (byte[] Text, TaskCompletionSource<long> Heard)? _next;
    private Task _receiving = Task.CompletedTask;

    private RawCircuit(string awaited) => _awaited = Encoding.UTF8.GetBytes(awaited);

    /// <summary>Render batches since the last <see cref="Forget"/>.</summary>
    public int Renders { get; private set; }

    /// <summary>Bytes of these batches as they came over the wire.</summary>
    public long Bytes { get; private set; }

    /// <summary>When the last of them was there, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long LastAt { get; private set; }

    /// <summary>What ended it before it was closed; null while all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Opens a page and waits until it has drawn <paramref name="awaited"/>.</summary>
    public static async Task<RawCircuit> OpenAsync(MeasuredHost host, string path, string awaited)
    {
        var html = await host.Http.GetStringAsync(new Uri(path, UriKind.Relative));
        var page = PageMarkers.Of(html);
        var circuit = new RawCircuit(awaited);
        circuit._socket.Options.Cookies = host.Cookies;
        circuit._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        circuit._socket.Options.SetRequestHeader("Origin", host.BaseUri.GetLeftPart(UriPartial.Authority));
        await circuit._socket.ConnectAsync(new UriBuilder(host.BaseUri) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        circuit._receiving = circuit.ReceiveAsync();
        await circuit.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        await circuit._shaken.Task.WaitAsync(Patience);
        await circuit.SendAsync(PackWriter.Invocation("0", "StartCircuit", host.BaseUri.ToString(), new Uri(host.BaseUri, path).ToString(), "[]", page.ApplicationState));
        await circuit._started.Task.WaitAsync(Patience);
        await circuit.SendAsync(PackWriter.Invocation(null, "UpdateRootComponents", page.Operations, page.ApplicationState));
        await circuit._drawn.Task.WaitAsync(Patience);
        return circuit;
    }

    /// <summary>Tells the server that the page is alive; without it the server hangs up after thirty seconds.</summary>
    public Task PingAsync() => _socket.State is WebSocketState.Open ? SendAsync(PackWriter.Ping()) : Task.CompletedTask;

    /// <summary>When the page next draws something with this text, as a timestamp of <see cref="Stopwatch"/>. Ask before it can happen.</summary>
    public Task<long> HeardAsync(string text)
    {
        var heard = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _next = (Encoding.UTF8.GetBytes(text), heard);
        if (Trouble is { } trouble)
        {
            heard.SetException(new InvalidOperationException("The circuit has ended: " + trouble));
        }

        return heard.Task.WaitAsync(Patience);
    }

    /// <summary>Begins to count anew.</summary>
    public void Forget() => (Renders, Bytes, LastAt) = (0, 0, 0);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[4096];
        var filled = 0;
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                var got = await _socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (got.MessageType is WebSocketMessageType.Close)
                {
                    End("closed by the server");
                    return;
                }

                filled += got.Count;
                var used = await HandleAsync(buffer.AsMemory(0, filled));
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            End(error.Message);
        }
    }

    private void End(string why)
    {
        Trouble ??= why;
        var error = new InvalidOperationException("The circuit ended: " + why);
        _ = _shaken.TrySetException(error) | _started.TrySetException(error) | _drawn.TrySetException(error);
        _next?.Heard.TrySetException(error);
    }

    /// <summary>Takes the whole messages at the beginning and answers how many bytes they were.</summary>
    private async Task<int> HandleAsync(ReadOnlyMemory<byte> bytes)
    {
        var used = 0;
        if (!_shaken.Task.IsCompleted)
        {
            used = bytes.Span.IndexOf((byte)0x1e) + 1;
            if (used > 0)
            {
                _shaken.SetResult();
            }
        }

        while (TryFrame(bytes.Span[used..], out var start, out var length))
        {
            if (Answer(bytes.Span.Slice(used + start, length), start + length) is { } answer)
            {
                await SendAsync(answer);
            }

            used += start + length;
        }

        return used;
    }

    private static bool TryFrame(ReadOnlySpan<byte> bytes, out int start, out int length)
    {
        (start, length) = (0, 0);
        for (var shift = 0; start < bytes.Length; shift += 7)
        {
            var part = bytes[start++];
            length |= (part & 0x7f) << shift;
            if (part < 0x80)
            {
                return bytes.Length - start >= length;
            }
        }

        return false;
    }

    private byte[]? Answer(ReadOnlySpan<byte> message, int size)
    {
        var reader = new PackReader(message);
        reader.Array();
        switch (reader.Number())
        {
            case 1:
                reader.NoHeaders();
                reader.Text();
                return Answer(reader.Text()!, reader, size);
            case 3:
                reader.NoHeaders();
                reader.Text();
                if (reader.Number() == 1)
                {
                    End("StartCircuit: " + reader.Text());
                }

                _started.TrySetResult();
                return null;
            case 7:
                End("closed: " + reader.Text());
                return null;
            default:
                return null;
        }
    }

    private byte[]? Answer(string target, PackReader arguments, int size)
    {
        arguments.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                LastAt = Stopwatch.GetTimestamp();
                Renders++;
                Bytes += size;
                var batch = arguments.Number();
                var drawn = arguments.Bytes();
                if (drawn.IndexOf(_awaited) >= 0)
                {
                    _drawn.TrySetResult();
                }

                if (_next is { } next && drawn.IndexOf(next.Text) >= 0)
                {
                    next.Heard.TrySetResult(LastAt);
                }

                return PackWriter.Invocation(null, "OnRenderCompleted", batch, null);
            case "JS.BeginInvokeJS" when arguments.Number() is var task and not 0:
                return PackWriter.Invocation(null, "EndInvokeJSFromDotNet", task, true, string.Create(CultureInfo.InvariantCulture, $"[{task},true,null]"));
            case "JS.Error":
                End("error on the page: " + arguments.Text());
                return null;
            default:
                return null;
        }
    }
}
