using Microsoft.Extensions.Options;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Persistence;
using SlotBooking.Web.Hosting.KeyRing;

namespace SlotBooking.Web.Hosting;

/// <summary>What is done between building the host and serving: schema, keys, first accounts.</summary>
internal static class Preparation
{
    /// <summary>For every process, verbs too.</summary>
    public static async Task PrepareDataAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        await app.Services.GetRequiredService<DatabaseStarter>().StartAsync(cancellationToken);
        await app.Services.GetRequiredService<FirstAccounts>().EnsureRolesAsync(cancellationToken);
        await app.Services.GetRequiredService<ConsultantImport>().RunAsync(cancellationToken);
    }

    /// <summary>For the process that serves.</summary>
    public static async Task PrepareServingAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate(); // the host would only do it after the first accounts are made
        await app.CheckKeyRingAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(app.Configuration["USERLIST"]))
        {
            if (!await app.Services.GetRequiredService<AccountDesk>().AnyAsync(cancellationToken))
            {
                var listed = UserList.Read(app.Configuration["USERLIST"], app.Configuration["ADMIN_USERS"]);
                await app.Services.GetRequiredService<FirstAccounts>().MakeListedAsync(listed, cancellationToken);
            }
        }
        else if (app.Environment.IsDevelopment())
        {
            await ActivatorUtilities.CreateInstance<Demo>(app.Services).StartAsync(cancellationToken);
        }
    }
}
