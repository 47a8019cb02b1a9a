using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Fakes;
using SlotBooking.Tests.Fakes.GoogleStandIn;
using SlotBooking.Tests.Persistence;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Calendars.Google.Stories;

/// <summary>One invented stretch of an office's life: agents, people at the calendar, two nodes and a Google that fails; in the end all must agree.</summary>
/// <remarks>The seed chooses what happens and in which order. What runs at the same time is up to the machine.</remarks>
internal sealed class SyncStory : IAsyncDisposable
{
    private const int Steps = 25;
    private const int Rounds = 3;
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(11);
    private readonly Random _random;
    private readonly StandInServer _google;
    private readonly Office _office;
    private readonly FakeTimeProvider _time;
    private readonly IServiceProvider[] _nodes;
    private readonly StoryAgents _agents;
    private readonly StoryPeople _people;
    private readonly StoryTroubles _troubles;
    private readonly List<string> _told = [];

    private SyncStory(Random random, StandInServer google, Office office, ServiceProvider other)
    {
        (_random, _google, _office, _time) = (random, google, office, office.Time);
        _nodes = [office.Database.Provider, other];
        _agents = new StoryAgents(random, office);
        _people = new StoryPeople(random, google.Central, office);
        _troubles = new StoryTroubles(random, google);
    }

    /// <summary>What happened, one line a step.</summary>
    public IReadOnlyList<string> Told => _told;

    public static async Task<SyncStory> BeginAsync(DatabaseKind kind, int seed)
    {
        var time = new WallClock(Office.Tuesday);
        var google = await StandInServer.StartAsync(time);
        google.Pages.Size = 3;
        var office = await Office.OpenAsync(kind, consultants: 2, services => Register(services, google), time);
        var other = office.Database.AsAnotherProcess(services =>
        {
            Office.Register(services, time);
            Register(services, google);
        });
        return new SyncStory(new Random(seed), google, office, other);
    }

    /// <summary>Lets it happen, ends all trouble, and answers what does not agree after three rounds; nothing when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync();
        }

        _troubles.End();
        for (var round = 0; round < Rounds; round++)
        {
            _time.Advance(Round);
            await _nodes[round % 2].GetRequiredService<CalendarOutbox>().RetryParkedAsync(CancellationToken.None);
            await WriteAllAsync(_nodes[round % 2]);
            await ReadAsync(_nodes[round % 2]);
        }

        await WriteAllAsync(_nodes[0]);

        return await new StoryVerdict(_office, _google, _people, _agents).FindAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ((ServiceProvider)_nodes[1]).DisposeAsync();
        await _office.DisposeAsync();
        await _google.DisposeAsync();
    }

    private async Task StepAsync()
    {
        switch (_random.Next(10))
        {
            case 0 or 1 or 2:
                _told.Add(await _agents.ActAsync(Node()));
                break;
            case 3 or 4:
                _told.Add(_people.Act());
                break;
            case 5:
                _told.Add(_troubles.Begin());
                break;
            case 6:
                var pause = TimeSpan.FromSeconds(_random.Next(1, 900));
                _told.Add($"{pause} pass");
                _time.Advance(pause);
                break;
            case 7:
                _told.Add("a node writes");
                await WriteAsync(Node());
                break;
            case 8:
                _told.Add("a node reads");
                await ReadAsync(Node());
                break;
            default:
                _told.Add("both nodes write and read while somebody edits and somebody books");
                var node = Node();
                await Task.WhenAll(WriteAsync(_nodes[0]), WriteAsync(_nodes[1]), ReadAsync(node), ActAsync(node));
                break;
        }
    }

    private async Task ActAsync(IServiceProvider node)
    {
        await Task.Yield();
        _told.Add(_people.Act());
        _told.Add(await _agents.ActAsync(node));
        _told.Add(_people.Act());
    }

    /// <summary>On PostgreSQL the log shows an event only when older transactions are over, also those of other tests.</summary>
    private Task WriteAllAsync(IServiceProvider node) => Eventually.HoldsAsync(
        async () =>
        {
            await WriteAsync(node);
            var told = await _office.ReadAsync(db => db.Events.AsNoTracking().Where(e => e.BookingId != null).ToListAsync());
            var taken = await _office.ReadAsync(db => db.CalendarWrites.AsNoTracking().ToDictionaryAsync(w => w.BookingId, w => w.Wanted));
            return told.Where(OutboxIntake.Concerns).All(e => taken.GetValueOrDefault(e.BookingId!.Value) >= e.Sequence);
        },
        "the outbox hears of every booking");

    private IServiceProvider Node() => _nodes[_random.Next(2)];

    private static Task WriteAsync(IServiceProvider node) => node.GetRequiredService<CalendarOutbox>().RunAsync(CancellationToken.None);

    private static Task ReadAsync(IServiceProvider node) => node.GetRequiredService<CalendarSyncService>().SyncAsync(null, CancellationToken.None);

    private static void Register(IServiceCollection services, StandInServer google)
    {
        var settings = GoogleBed.Configuration(google).ToDictionary(s => s.Name, s => (string?)s.Value);
        services.AddCalendarFeatures(settings);
    }
}
