using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>One round of bookings in a fresh office: 56 days, 24 places in a slot, as many customers as there are places, agents side by side.</summary>
internal sealed class BookingRound(Office office)
{
    private const int Consultants = 6;
    private const int WarmUp = 400;

    public static async Task<BookingRound> OpenAsync(DatabaseKind kind) => new(await Office.OpenAsync(kind, Consultants));

    public Office Office => office;

    /// <summary>What went wrong, each with its reason; empty is good.</summary>
    public ConcurrentBag<string> Errors { get; } = [];

    /// <summary>Books until the time is over or the office is full; answers what each took, all together, and the processor's part of it.</summary>
    public async Task<(IReadOnlyList<TimeSpan> Times, TimeSpan Took, TimeSpan Cpu)> BookAsync(int atOnce, TimeSpan time)
    {
        var places = new ConcurrentQueue<Slot>(await FreePlacesAsync());
        await RunAsync(places, atOnce, TimeSpan.MaxValue, leave: places.Count - WarmUp);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var times = await RunAsync(places, atOnce, time, leave: 0);
        return (times, watch.Elapsed, Environment.CpuUsage.TotalTime - cpu);
    }

    private async Task<IReadOnlyList<TimeSpan>> RunAsync(ConcurrentQueue<Slot> places, int atOnce, TimeSpan time, int leave)
    {
        var service = office.Get<BookingService>();
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(n => Task.Run(async () =>
        {
            var mine = new List<TimeSpan>();
            while (watch.Elapsed < time && places.Count > leave && places.TryDequeue(out var slot))
            {
                var command = ACustomer.Into(slot, n % 2 == 0 ? office.Anna : office.Ben);
                office.Time.Advance(TimeSpan.FromMilliseconds(1)); // ids rise with time, as they do in life
                var begun = watch.Elapsed;
                await SendAsync(service, command);
                mine.Add(watch.Elapsed - begun);
            }

            return mine;
        })));
        return [.. times.SelectMany(t => t)];
    }

    private async Task SendAsync(BookingService service, Book command)
    {
        try
        {
            if (await service.SendAsync(command, CancellationToken.None) is not CommandAnswer.Done)
            {
                Errors.Add("not booked");
            }
        }
        catch (Exception error)
        {
            Errors.Add(error.Message);
        }
    }

    private async Task<IReadOnlyList<Slot>> FreePlacesAsync()
    {
        var plan = await office.Get<PlanCache>().GetAsync(CancellationToken.None);
        var places = plan.Days.Values.SelectMany(day => day.Slots).Where(row => row.Facts is { BlockedBy: null, FromStaffing: false })
            .Where(row => row.Facts.Range.Start > office.Time.GetUtcNow())
            .SelectMany(row => Enumerable.Repeat(row.Facts.Slot, row.Facts.Free)).ToArray();
        new Random(1).Shuffle(places);
        return places;
    }

    /// <summary>Bookings in the database, to hold against the answers.</summary>
    public Task<int> CountAsync() => office.ReadAsync(db => db.Bookings.CountAsync());
}
