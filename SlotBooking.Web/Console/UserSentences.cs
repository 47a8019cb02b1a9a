using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;

namespace SlotBooking.Web.Console;

/// <summary>What the console says about accounts, and what it answers to the shell.</summary>
internal static class UserSentences
{
    /// <summary>How the log names the console.</summary>
    public static readonly Actor Author = new(null, "Konsole");

    /// <summary>Prints the sentence; 0 when it was done, else 1.</summary>
    public static int Tell(AccountAnswer answer, string name, string done)
    {
        if (answer is AccountAnswer.Done)
        {
            System.Console.WriteLine(done);
            return 0;
        }

        System.Console.Error.WriteLine(Refusal(answer, name));
        return 1;
    }

    private static string Refusal(AccountAnswer answer, string name) => answer switch
    {
        AccountAnswer.Unknown => $"Ein Konto „{name}“ gibt es nicht. Alle zeigt: users list",
        AccountAnswer.NameTaken => $"Den Namen „{name}“ gibt es schon; Groß- und Kleinschreibung zählt nicht.",
        AccountAnswer.BadName => "Der Name darf höchstens 64 Zeichen haben und kein Komma, keinen Doppelpunkt und kein Leerzeichen am Rand.",
        AccountAnswer.BadRole => $"Diese Rolle gibt es nicht. Es gibt: {string.Join(", ", Roles.All)}.",
        AccountAnswer.LastAdmin => $"„{name}“ ist der letzte Admin. Gib erst jemand anderem die Rolle: users role NAME admin",
        AccountAnswer.BadPassword(PasswordFault.TooShort) => "Das Passwort braucht mindestens 10 Zeichen.",
        AccountAnswer.BadPassword(PasswordFault.TooLong) => "Das Passwort darf höchstens 200 Zeichen haben.",
        AccountAnswer.BadPassword(PasswordFault.LikeName) => "Das Passwort ist der Benutzername. Nimm ein anderes.",
        AccountAnswer.BadPassword => "Das Passwort steht auf der Liste der häufigsten. Nimm ein anderes.",
        _ => "Das hat nicht geklappt.",
    };
}
