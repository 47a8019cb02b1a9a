using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Time;
using SlotBooking.Tests.CalendarSync;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Calendars.Google;

/// <summary>The calendars of a <see cref="CalendarBed"/>, with Google's stand-in as Google.</summary>
internal sealed class GoogleBed : IAsyncDisposable
{
    private GoogleBed(CalendarBed bed, StandInServer google)
    {
        Bed = bed;
        Google = google;
    }

    public CalendarBed Bed { get; }

    public StandInServer Google { get; }

    public EventStore Central => Google.Central;

    public static Task<GoogleBed> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, params (string Name, string Value)[] configuration) =>
        CreateAsync(kind, CalendarBed.MondayAtTen(), configuration);

    public static Task<GoogleBed> CreateAsync(DatabaseKind kind, FakeTimeProvider time, params (string Name, string Value)[] configuration) =>
        CreateAsync(kind, time, time, configuration);

    /// <summary>Google's clock may show something else than ours.</summary>
    public static async Task<GoogleBed> CreateAsync(DatabaseKind kind, FakeTimeProvider time, TimeProvider googles, params (string Name, string Value)[] configuration)
    {
        var google = await StandInServer.StartAsync(googles);
        return new GoogleBed(await CalendarBed.CreateAsync(kind, time, [.. Configuration(google), .. configuration]), google);
    }

    /// <summary>Makes one whose commits wait for the disk: for tests that kill.</summary>
    public static async Task<GoogleBed> CreateDurableAsync(DatabaseKind kind)
    {
        var time = CalendarBed.MondayAtTen();
        var google = await StandInServer.StartAsync(time);
        return new GoogleBed(await CalendarBed.CreateAsync(kind, time, Configuration(google), isDurable: true), google);
    }

    public static (string Name, string Value)[] Configuration(StandInServer google) =>
    [
        ("GOOGLE_CREDS_BASE64", google.Account.CredentialsBase64),
        ("CENTRAL_CALENDAR_ID", StandInServer.CentralId),
        ("Calendar:Google:BaseUri", google.BaseUri),
        ("Calendar:Google:FirstPauseMilliseconds", "1"),
        ("Calendar:Google:TimeoutSeconds", "5"),
    ];

    /// <summary>An event as somebody enters it by hand.</summary>
    public static JsonObject Entered(string id, string title, TimeRange range) => new()
    {
        ["id"] = id,
        ["summary"] = title,
        ["start"] = new JsonObject { ["dateTime"] = range.Start.ToString("O"), ["timeZone"] = "Europe/Berlin" },
        ["end"] = new JsonObject { ["dateTime"] = range.End.ToString("O"), ["timeZone"] = "Europe/Berlin" },
    };

    /// <summary>The one event that is alive in the central calendar.</summary>
    public JsonObject TheEvent() => Assert.Single(Central.Alive());

    public Task<SyncReport> SyncAsync() => Bed.Sync.SyncAsync(null, default);

    /// <summary>Runs the outbox, later and later, until nothing waits.</summary>
    public async Task DrainAsync()
    {
        for (var round = 0; round < 20; round++)
        {
            await Bed.RunOutboxAsync();
            if (Bed.Health.Current.Waiting == 0)
            {
                return;
            }

            Bed.Time.Advance(Backoff.Cap);
        }

        Assert.Fail("The outbox does not come to an end.");
    }

    public async ValueTask DisposeAsync()
    {
        await Bed.DisposeAsync();
        await Google.DisposeAsync();
    }
}
