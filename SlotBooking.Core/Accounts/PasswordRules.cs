using System.Collections.Frozen;

namespace SlotBooking.Core.Accounts;

/// <summary>Which passwords are taken: long enough and not what everybody tries first. There are no rules about kinds of characters.</summary>
public static class PasswordRules
{
    /// <summary>The shortest password in characters.</summary>
    public const int MinLength = 10;

    /// <summary>The longest; generous, so that no password store is cut off.</summary>
    public const int MaxLength = 200;

    private const string Trimmings = "0123456789!?.,*#+-_$ ";
    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertzuiopüasdfghjklöäyxcvbnm", "qwertyuiopasdfghjklzxcvbnm"];
    private static readonly FrozenSet<string> Common = Load();

    /// <summary>The first fault found, or null when the password is fine for the user name.</summary>
    public static PasswordFault? Check(string password, string userName)
    {
        if (password.Length < MinLength)
        {
            return PasswordFault.TooShort;
        }

        if (password.Length > MaxLength)
        {
            return PasswordFault.TooLong;
        }

        var whole = password.ToLowerInvariant();
        var core = whole.Trim(Trimmings.ToCharArray());
        var name = userName.Trim().ToLowerInvariant();
        if (name.Length > 0 && (whole == name || core == name))
        {
            return PasswordFault.LikeName;
        }

        return IsCommon(whole) || core.Length == 0 || IsCommon(core) || IsPattern(whole) || IsPattern(core) ? PasswordFault.Common : null;
    }

    private static bool IsCommon(string text) => Common.Contains(text) || Enumerable.Range(1, text.Length / 2).Any(n => IsRepeated(text, n));

    /// <summary>„passwortpasswort“, „ababababab“: one short or common piece over and over.</summary>
    private static bool IsRepeated(string text, int length) =>
        text.Length % length == 0 &&
        (length <= 3 || Common.Contains(text[..length])) &&
        Enumerable.Range(0, text.Length / length).All(i => text.AsSpan(i * length, length).SequenceEqual(text.AsSpan(0, length)));

    private static bool IsPattern(string text) => text.Length >= 4 &&
        Array.Exists(Rows, row => row.Contains(text, StringComparison.Ordinal) || new string([.. row.Reverse()]).Contains(text, StringComparison.Ordinal));

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
