using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Time;
using SlotBooking.Web;
using SlotBooking.Web.Console;
using SlotBooking.Web.Endpoints;
using SlotBooking.Web.Features.Game;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Circuits;
using SlotBooking.Web.Hosting.KeyRing;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Layout;

var line = StartLine.Read(args);
try
{
    var builder = HostBuilding.CreateBuilder(line.Settings, isVerb: line.Verb.Length > 0);

    // What the office does: for the server and for the console.
    builder.AddStorage();
    builder.Services.AddOfficeClock(builder.Configuration);
    builder.Services.AddLanguages();
    builder.Services.AddAccounts();
    builder.Services.AddBookings();
    builder.Services.AddCustomers();
    builder.Services.AddCalendars(builder.Configuration);
    builder.Services.AddCalendarSync();
    builder.Services.AddOutcomes();
    builder.Services.AddJobs();
    builder.Services.AddAvailability(builder.Configuration);
    builder.Services.AddFeeds();
    builder.Services.AddFigures();
    builder.Services.AddGame();
    builder.Services.AddDemo();
    if (line.Verb.Length > 0)
    {
        return await ConsoleFrame.RunAsync(builder, line.Verb);
    }

    // How people get in.
    builder.Services.AddKeyRing(builder.Configuration);
    builder.Services.AddForwarding();
    builder.Services.AddSessionCookies();
    builder.Services.AddSignInLimit();
    builder.Services.AddFeedLimit();
    builder.Services.AddCircuits(builder.Environment);
    builder.Services.AddAdminComponents();
    builder.Services.AddHealth();

    // What goes on by itself while it serves.
    builder.Services.AddHostedService<LogWatcher>();
    builder.Services.AddHostedService<SessionWatcher>();
    builder.Services.AddCalendarLoops();
    builder.Services.AddOutcomeLoop();
    builder.Services.AddCustomerLoop();
    builder.Services.AddGameLoop();
    builder.Services.AddSingleton<NewsRoom>();
    builder.Services.AddSingleton(new LayoutPart(typeof(GamePopups)));
    builder.Services.AddAvailabilityWatcher();
    builder.Services.AddJobLoop();

    await using var app = builder.Build();
    await app.PrepareDataAsync();
    await app.PrepareServingAsync();
    app.UseSlotBooking();
    app.GreetWhenReady();
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync(StartFailure.Stopped);
    return 0;
}
catch (Exception exception) when (StartFailure.Sentence(exception) is not null)
{
    await Console.Error.WriteLineAsync(StartFailure.Sentence(exception));
    return StartFailure.ExitCode;
}
