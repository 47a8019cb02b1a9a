using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Web.Hosting;

/// <summary>Makes the host: where it stands, where it listens, what it writes to the console.</summary>
internal static class HostBuilding
{
    /// <summary>Where it listens when nobody says otherwise.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>A builder whose files are found from whatever folder the program is started.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] settings, bool isVerb)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(HostBuilding).Assembly.GetName().Name,
        });
        if (!builder.Environment.IsDevelopment())
        {
            // Development does it by itself; a built but unpublished program needs its assets in the other environments too.
            builder.WebHost.UseStaticWebAssets();
        }

        if (string.IsNullOrWhiteSpace(builder.Configuration["urls"]) &&
            string.IsNullOrWhiteSpace(builder.Configuration["http_ports"]) &&
            string.IsNullOrWhiteSpace(builder.Configuration["https_ports"]) &&
            !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            console.UseUtcTimestamp = true;
        });

        // Addresses of feeds hold secrets: no request is written down whole, however much else is to be logged.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.StaticAssets", LogLevel.Warning);
        if (isVerb)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Logging.AddFilter("SlotBooking", LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        }

        return builder;
    }

    /// <summary>Adds the folder that outlives a deployment and the database.</summary>
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var folder = PersistFolder.From(builder.Configuration["PERSIST_BASE"], AppContext.BaseDirectory);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSlotBookingDatabase(DatabaseTarget.From(builder.Configuration.GetConnectionString("SlotBooking"), folder.Path)).AddEvents();
    }
}
