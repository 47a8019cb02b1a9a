using System.CommandLine;
using System.Globalization;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Time;
using Spectre.Console;

namespace SlotBooking.Web.Console;

/// <summary><c>users …</c>: adds, lists and changes accounts; the first admin of a real installation is made here.</summary>
internal sealed class UsersVerb(WebApplication app)
{
    private readonly AccountDesk _desk = app.Services.GetRequiredService<AccountDesk>();
    private readonly OfficeClock _clock = app.Services.GetRequiredService<OfficeClock>();
    private readonly Argument<string> _name = new("NAME") { Description = "Benutzername" };
    private readonly Option<bool> _fromInput = new("--password-stdin") { Description = "Passwort aus der Standardeingabe lesen statt eines zu erfinden" };

    /// <summary>The verb with its six words.</summary>
    public static Command Create(WebApplication app)
    {
        var verb = new UsersVerb(app);
        return new Command("users", "Konten anlegen, auflisten und ändern")
        {
            verb.Add(), verb.List(), verb.Disable(), verb.Enable(), verb.ResetPassword(), verb.Role(),
        };
    }

    private Command Add()
    {
        var roles = new Option<string[]>("--role") { Description = "agent, consultant oder admin; mehrfach möglich, sonst agent", AllowMultipleArgumentsPerToken = true };
        var display = new Option<string>("--name") { Description = "Name, wie er angezeigt wird: „Anna Richter“" };
        var command = new Command("add", "Ein Konto anlegen") { _name, roles, display, _fromInput };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (password, isOurs) = await PasswordAsync(parsed);
            var name = parsed.GetRequiredValue(_name);
            var wanted = parsed.GetValue(roles) is { Length: > 0 } some ? some : [Roles.Agent];
            var answer = await _desk.AddAsync(
                new NewAccount(name, parsed.GetValue(display), password, [.. wanted.Select(r => r.ToLowerInvariant()).Distinct(StringComparer.Ordinal)], isOurs),
                UserSentences.Author,
                cancellationToken);
            return UserSentences.Tell(answer, name, isOurs ? $"Angelegt: „{name}“. Passwort: {password} (muss bei der ersten Anmeldung geändert werden)" : $"Angelegt: „{name}“.");
        });
        return command;
    }

    private Command List()
    {
        var command = new Command("list", "Alle Konten auflisten");
        command.SetAction(async (_, cancellationToken) =>
        {
            var table = new Table().Border(TableBorder.Minimal).AddColumns("Name", "Angezeigt als", "Rollen", "Stand", "Zuletzt angemeldet");
            foreach (var account in await _desk.ListAsync(cancellationToken))
            {
                var state = account.IsDisabled ? "gesperrt" : account.IsLocked ? "zu viele Versuche" : account.MustChangePassword ? "Passwort ändern" : "aktiv";
                table.AddRow([.. ((string[])[account.UserName, account.DisplayName, string.Join(", ", account.Roles), state, Moment(account.LastSignInAt)]).Select(text => new Text(text))]);
            }

            var console = AnsiConsole.Create(new AnsiConsoleSettings());
            if (System.Console.IsOutputRedirected)
            {
                console.Profile.Width = 200;
            }

            console.Write(table);
            return 0;
        });
        return command;
    }

    private Command Disable() => Change(
        new Command("disable", "Ein Konto sperren; seine offenen Seiten enden"),
        (name, cancellationToken) => _desk.DisableAsync(name, UserSentences.Author, cancellationToken),
        name => $"Gesperrt: „{name}“. Offene Seiten enden in wenigen Sekunden.");

    private Command Enable() => Change(
        new Command("enable", "Ein gesperrtes Konto freigeben"),
        (name, cancellationToken) => _desk.EnableAsync(name, UserSentences.Author, cancellationToken),
        name => $"Freigegeben: „{name}“.");

    private Command ResetPassword()
    {
        var command = new Command("reset-password", "Ein neues Passwort setzen; es muss bei der nächsten Anmeldung geändert werden") { _name, _fromInput };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (password, isOurs) = await PasswordAsync(parsed);
            var name = parsed.GetRequiredValue(_name);
            var answer = await _desk.ResetPasswordAsync(name, password, UserSentences.Author, cancellationToken);
            return UserSentences.Tell(answer, name, isOurs ? $"Neues Passwort für „{name}“: {password} (muss bei der nächsten Anmeldung geändert werden)" : $"Neues Passwort für „{name}“ gesetzt.");
        });
        return command;
    }

    private Command Role()
    {
        var role = new Argument<string>("ROLE") { Description = "agent, consultant oder admin" };
        var command = new Command("role", "Einem Konto genau diese Rolle geben") { _name, role };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(_name);
            var wanted = parsed.GetRequiredValue(role).ToLowerInvariant();
            return UserSentences.Tell(await _desk.SetRoleAsync(name, wanted, UserSentences.Author, cancellationToken), name, $"„{name}“ hat jetzt die Rolle {wanted}.");
        });
        return command;
    }

    private Command Change(Command command, Func<string, CancellationToken, Task<AccountAnswer>> change, Func<string, string> done)
    {
        command.Arguments.Add(_name);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(_name);
            return UserSentences.Tell(await change(name, cancellationToken), name, done(name));
        });
        return command;
    }

    /// <summary>The password, and whether we made it up: then it is printed, once.</summary>
    private async Task<(string Password, bool IsOurs)> PasswordAsync(ParseResult parsed) =>
        parsed.GetValue(_fromInput)
            ? ((await System.Console.In.ReadLineAsync()) ?? "", false)
            : (SpokenPassword.Make(), true);

    private string Moment(DateTimeOffset? instant) =>
        instant is { } at && _clock.WallClock(at) is var (day, time) ? string.Create(CultureInfo.InvariantCulture, $"{day:dd.MM.yyyy} {time:HH:mm}") : "nie";
}
