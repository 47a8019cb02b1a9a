using System.Globalization;

namespace SlotBooking.Core.Accounts;

/// <summary>Reads <c>USERLIST</c> („name:password,name:password“) and <c>ADMIN_USERS</c> („name,name“).</summary>
/// <remarks>
/// Entries are parted by commas, the name ends at the first colon: a password may hold colons but no comma, and no blank at either end.
/// Sentences name the position, never what stands there.
/// </remarks>
public static class UserList
{
    /// <summary>One entry.</summary>
    /// <param name="UserName">Unique without regard to case.</param>
    /// <param name="Password">As given.</param>
    /// <param name="IsAdmin">Named by <c>ADMIN_USERS</c>.</param>
    public sealed record Entry(string UserName, string Password, bool IsAdmin);

    /// <summary>Reads both; an empty list when there is no <c>USERLIST</c>.</summary>
    /// <exception cref="ConfigurationException">An entry is malformed.</exception>
    public static IReadOnlyList<Entry> Read(string? userList, string? adminUsers)
    {
        if (string.IsNullOrWhiteSpace(userList))
        {
            return [];
        }

        var admins = (adminUsers ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var entries = new List<Entry>();
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, text) in userList.Split(',').Index())
        {
            var position = index + 1;
            var entry = ReadEntry(text.Trim(), position, admins);
            if (!names.TryAdd(entry.UserName, position))
            {
                throw Malformed(position, string.Create(CultureInfo.InvariantCulture, $"hat denselben Namen wie Eintrag {names[entry.UserName]}; Groß- und Kleinschreibung zählt nicht"));
            }

            entries.Add(entry);
        }

        return entries;
    }

    private static Entry ReadEntry(string text, int position, HashSet<string> admins)
    {
        if (text.Length == 0)
        {
            throw Malformed(position, "ist leer; vielleicht steht ein Komma zu viel da");
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw Malformed(position, "hat keinen Doppelpunkt zwischen Name und Passwort; ein Passwort darf kein Komma enthalten");
        }

        var name = text[..colon].Trim();
        var password = text[(colon + 1)..].Trim();
        if (!UserNames.IsValid(name))
        {
            throw Malformed(position, name.Length == 0 ? "hat keinen Namen vor dem Doppelpunkt" : "hat einen Namen, der zu lang ist oder Steuerzeichen enthält");
        }

        return password.Length is > 0 and <= PasswordRules.MaxLength
            ? new Entry(name, password, admins.Contains(name))
            : throw Malformed(position, password.Length == 0 ? "hat kein Passwort nach dem Doppelpunkt" : "hat ein Passwort mit mehr als 200 Zeichen");
    }

    private static ConfigurationException Malformed(int position, string what) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"USERLIST: Eintrag {position} {what}. Richtig ist „name:passwort,name:passwort“. Berichtige den Wert und starte neu."));
}
