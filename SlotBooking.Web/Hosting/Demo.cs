using SlotBooking.Core;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Demo;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Web.Hosting;

/// <summary>The demo office of a Development start with an empty database.</summary>
/// <remarks>A random password is kept in <c>persist/demo-password</c>, readable by its owner only, so that it survives a restart. Never in another environment.</remarks>
internal sealed class Demo(
    FirstAccounts first, AccountDesk desk, PersistFolder folder, DemoNotice notice, IEnumerable<IDemoSeeder> seeders, IConfiguration configuration)
{
    private string File => Path.Combine(folder.Path, "demo-password");

    /// <summary>Makes the demo office if there is nobody yet; shows the password on the sign-in page while it is the demo people's.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var password = Wanted() ?? (System.IO.File.Exists(File) ? (await System.IO.File.ReadAllTextAsync(File, cancellationToken)).Trim() : null);
        if (!await desk.AnyAsync(cancellationToken))
        {
            password ??= await KeepNewAsync(cancellationToken);
            if (await first.MakeDemoAsync(DemoPeople.Accounts, password, cancellationToken) is { } accounts)
            {
                foreach (var seeder in seeders)
                {
                    await seeder.SeedAsync(accounts, cancellationToken);
                }
            }
        }

        if (password is not null && await first.HasPasswordAsync(DemoPeople.All[1].UserName, password, cancellationToken))
        {
            notice.Password = password;
            notice.Accounts = [new("anna", "Telefonistin"), new("clara", "Beraterin"), new("admin", "Admin")];
        }
    }

    private string? Wanted()
    {
        var wanted = configuration["DEMO_PASSWORD"];
        if (string.IsNullOrWhiteSpace(wanted))
        {
            return null;
        }

        return wanted.Length >= PasswordRules.MinLength
            ? wanted
            : throw new ConfigurationException("DEMO_PASSWORD ist zu kurz: Es braucht mindestens 10 Zeichen. Ohne die Einstellung denkt sich das Programm ein Passwort aus.");
    }

    private async Task<string> KeepNewAsync(CancellationToken cancellationToken)
    {
        var password = SpokenPassword.Make();
        Directory.CreateDirectory(folder.Path);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(File, options);
        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(password + "\n"), cancellationToken);
        return password;
    }
}
