using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Layout;

namespace SlotBooking.Tests.Web;

/// <summary>The base of tests that draw components: German words, MudBlazor's services, and a clock that stands at a chosen moment.</summary>
/// <remarks>MudBlazor's services can only be disposed asynchronously, hence <see cref="IAsyncLifetime"/>.</remarks>
public abstract class ComponentTest : IAsyncLifetime
{
    /// <summary>Wednesday, 2 December 2026, noon in Berlin.</summary>
    protected static readonly DateTimeOffset Start = new(2026, 12, 2, 11, 0, 0, TimeSpan.Zero);

    protected ComponentTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.German;
        Components.JSInterop.Mode = JSRuntimeMode.Loose;
        Components.Services.AddLocalization();
        Components.Services.AddAdminComponents();
        Components.Services.AddSingleton<TimeProvider>(Time);
        Components.Services.AddSingleton(new OfficeClock(Time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
    }

    /// <summary>Draws the components.</summary>
    protected BunitContext Components { get; } = new();

    /// <summary>The clock of everything that is drawn.</summary>
    protected FakeTimeProvider Time { get; } = new(Start);

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Components.DisposeAsync();
}
