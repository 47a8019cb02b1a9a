using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Browser;
using SlotBooking.Tests.Builders;

namespace SlotBooking.Tests.Benchmarks.Hosts;

/// <summary>What a measured host tells of itself, and the bookings made inside it as a page would make them.</summary>
internal static class Probe
{
    private const string Prefix = "/probe/";

    public static bool Answers(PathString path) => path.StartsWithSegments("/probe", StringComparison.Ordinal);

    public static async Task AnswerAsync(HttpContext context) => await context.Response.WriteAsync(context.Request.Path.Value![Prefix.Length..] switch
    {
        "heap" => LiveHeap().ToString(CultureInfo.InvariantCulture),
        "cpu" => Environment.CpuUsage.TotalTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
        "book" => await BookAsync(context),
        "hire" => await HireAsync(context),
        _ => "",
    });

    /// <summary>What is alive after a full collection.</summary>
    private static long LiveHeap()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Books <c>count</c> customers, one after another with <c>pause</c> milliseconds between or all at once, and answers how long each took.</summary>
    private static async Task<string> BookAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var count = int.Parse(query["count"]!, CultureInfo.InvariantCulture);
        var pause = int.Parse(query["pause"]!, CultureInfo.InvariantCulture);
        var services = context.RequestServices;
        var agent = await AgentAsync(services, query["agent"]!, context.RequestAborted);
        var places = new Queue<Slot>(await FreePlacesAsync(services, count, context.RequestAborted));
        var times = new List<Task<double>>();
        for (var n = 0; n < count; n++)
        {
            var booking = BookAsync(services.GetRequiredService<BookingService>(), ACustomer.Into(places.Dequeue(), agent));
            times.Add(booking);
            if (pause > 0)
            {
                await booking;
                await Task.Delay(pause);
            }
        }

        return string.Join(';', (await Task.WhenAll(times)).Select(t => t.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>New agents, who have booked nobody yet.</summary>
    private static async Task<string> HireAsync(HttpContext context)
    {
        var desk = context.RequestServices.GetRequiredService<AccountDesk>();
        for (var n = 0; n < int.Parse(context.Request.Query["count"]!, CultureInfo.InvariantCulture); n++)
        {
            var wish = new NewAccount(FormattableString.Invariant($"neu{n}"), FormattableString.Invariant($"Neu {n}"), WebServer.DemoPassword, [Roles.Agent], MustChangePassword: false);
            if (await desk.AddAsync(wish, Actor.System, context.RequestAborted) is not AccountAnswer.Done)
            {
                throw new InvalidOperationException($"{wish.UserName} was not hired");
            }
        }

        return "";
    }

    private static async Task<double> BookAsync(BookingService service, Book command)
    {
        var watch = Stopwatch.StartNew();
        var answer = await service.SendAsync(command, CancellationToken.None);
        return answer is CommandAnswer.Done ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"Not booked: {answer}");
    }

    private static async Task<Actor> AgentAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<Database>().ReadAsync(cancellationToken);
        var account = await db.Users.SingleAsync(u => u.UserName == name, cancellationToken);
        return new Actor(account.Id, account.DisplayName);
    }

    private static async Task<IReadOnlyList<Slot>> FreePlacesAsync(IServiceProvider services, int count, CancellationToken cancellationToken)
    {
        var plan = await services.GetRequiredService<PlanCache>().GetAsync(cancellationToken);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var free = plan.Days.Values.SelectMany(day => day.Slots).Where(row => row.Facts is { BlockedBy: null, Free: > 1 } && row.Facts.Range.Start > now)
            .Select(row => (row.Facts.Slot, row.Facts.Free)).ToArray();
        var places = free.SelectMany(s => Enumerable.Repeat(s.Slot, s.Free - 1)).ToArray();
        Random.Shared.Shuffle(places);
        return [.. places.Take(count)];
    }
}
