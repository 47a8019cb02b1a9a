using System.CommandLine;
using System.Globalization;
using SlotBooking.Core.Customers;

namespace SlotBooking.Web.Console;

/// <summary><c>customers rebuild</c>: works all profiles out anew.</summary>
internal static class CustomersVerb
{
    public static Command Create(WebApplication app)
    {
        var rebuild = new Command("rebuild", "Alle Kundenprofile aus den Terminen neu berechnen");
        rebuild.SetAction(async (_, cancellationToken) =>
        {
            var changed = await app.Services.GetRequiredService<CustomerBook>().RebuildAsync(cancellationToken);
            await System.Console.Out.WriteLineAsync(changed == 0
                ? "Alle Kundenprofile stimmen."
                : string.Create(CultureInfo.InvariantCulture, $"{changed} Kundenprofile berichtigt."));
            return 0;
        });
        return new Command("customers", "Kundenprofile") { rebuild };
    }
}
