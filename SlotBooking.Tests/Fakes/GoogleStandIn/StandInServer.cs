using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>Google Calendar's REST API as far as the product speaks it, over real HTTP, with service accounts that are really verified.</summary>
internal sealed class StandInServer : IAsyncDisposable
{
    public const string CentralId = "zentral@stand-in.example";

    private readonly WebApplication _app;

    private StandInServer(WebApplication app, Uri address, TimeProvider time)
    {
        _app = app;
        Address = address;
        Account = new ServiceAccount(new Uri(address, "token"));
        Tokens = new Tokens(Account, time);
        Channels = new Channels(time);
        Time = time;
    }

    public Uri Address { get; }

    /// <summary>What the product's base address has to be set to.</summary>
    public string BaseUri => new Uri(Address, "calendar/v3/").AbsoluteUri;

    public ServiceAccount Account { get; }

    public Tokens Tokens { get; }

    public Faults Faults { get; } = new();

    public Pages Pages { get; } = new();

    /// <summary>Every request for events so far: method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>When each of them came.</summary>
    public ConcurrentQueue<DateTimeOffset> Arrivals { get; } = new();

    public TimeProvider Time { get; }

    public ConcurrentDictionary<string, EventStore> Calendars { get; } = new(StringComparer.Ordinal);

    public EventStore Central => Calendars[CentralId];

    /// <summary>Starts on the port given, or on a free one.</summary>
    public static async Task<StandInServer> StartAsync(TimeProvider? time = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        StandInServer? server = null;
        app.Run(context => new Exchange(server!, context).AnswerAsync());
        await app.StartAsync();
        server = new StandInServer(app, new Uri(app.Urls.Single() + "/"), time ?? TimeProvider.System);
        server.AddCalendar(CentralId);
        return server;
    }

    public Channels Channels { get; }

    public EventStore AddCalendar(string id) => Calendars.GetOrAdd(id, id => new EventStore(id) { Changed = () => Channels.Push(id) });

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        Channels.Dispose();
        Account.Dispose();
    }
}
