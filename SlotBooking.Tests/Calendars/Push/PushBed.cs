using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Tests.Calendars.Google;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;
using SlotBooking.Web.Endpoints;

namespace SlotBooking.Tests.Calendars.Push;

/// <summary>A <see cref="GoogleBed"/> whose stand-in can push: the product's own endpoint listens.</summary>
internal sealed class PushBed : IAsyncDisposable
{
    private readonly WebApplication _door;
    private readonly HttpClient _http = new();

    private PushBed(GoogleBed world, WebApplication door, Uri address) => (World, _door, Address) = (world, door, address);

    public GoogleBed World { get; }

    public Uri Address { get; }

    public Channels Google => World.Google.Channels;

    public PushChannels Channels => World.Bed.Get<PushChannels>();

    public PushedCalendars Pushed => World.Bed.Get<PushedCalendars>();

    public static async Task<PushBed> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Name, string Value)[] configuration)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/calendar/push"));
        var world = await GoogleBed.CreateAsync(kind, [("Calendar:Google:PushUri", address.AbsoluteUri), .. configuration]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(world.Bed.Get<PushDoor>());
        var door = builder.Build();
        door.Urls.Add(address.GetLeftPart(UriPartial.Authority));
        door.MapPush();
        await door.StartAsync();
        return new PushBed(world, door, address);
    }

    /// <summary>A push as anybody may send it.</summary>
    public async Task<int> PostAsync(string? channelId, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent("whatever") };
        foreach (var (name, value) in new[] { ("X-Goog-Channel-ID", channelId), ("X-Goog-Channel-Token", token) })
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }

        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public async Task<List<CalendarChannel>> StoredAsync()
    {
        await using var db = await World.Bed.ReadAsync();
        return await db.CalendarChannels.AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _door.DisposeAsync();
        await World.DisposeAsync();
    }
}
