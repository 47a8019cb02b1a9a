using System.Text.RegularExpressions;

namespace SlotBooking.Core.Contacts;

/// <summary>Patterns of how telephone numbers are written.</summary>
internal static partial class NumberSpelling
{
    /// <summary>Digits with what people put between them.</summary>
    [GeneratedRegex(@"\+?[0-9][0-9\s()/.\-]*", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    public static partial Regex Number();

    /// <summary>The zero of „+49 (0) 171“.</summary>
    [GeneratedRegex(@"\(\s*0\s*\)", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    public static partial Regex ZeroInBrackets();
}
