using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SlotBooking.Tests.Benchmarks.Hosts;

/// <summary>The yardstick for circuits: the template's counter page on a plain host, with the settings of ours (no prerendering, no compression).</summary>
internal static class CounterHost
{
    /// <summary>Arguments: the port.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{args[0]}"));
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        await using var app = builder.Build();
        app.Use((HttpContext context, RequestDelegate go) => Probe.Answers(context.Request.Path) ? Probe.AnswerAsync(context) : go(context));
        app.UseAntiforgery();
        app.MapGet("/health/ready", () => "ready");
        app.MapRazorComponents<CounterApp>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
        await app.RunAsync();
        return 0;
    }
}
