using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(SlotBooking.Tests.Benchmarks.Hosts.ProbeStartup))]

namespace SlotBooking.Tests.Benchmarks.Hosts;

/// <summary>Puts the probe in front of a host that is measured. The product knows nothing of it: only a benchmark loads this assembly into it.</summary>
public sealed class ProbeStartup : IHostingStartup
{
    /// <inheritdoc />
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddTransient<IStartupFilter, Filter>());

    private sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate go) => Probe.Answers(context.Request.Path) ? Probe.AnswerAsync(context) : go(context));
            next(app);
        };
    }
}
