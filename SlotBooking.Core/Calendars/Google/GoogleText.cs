using System.Text;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>Text of Google's as every database takes it: people paste anything, and one event must not keep its calendar from being read.</summary>
internal static class GoogleText
{
    private const char Nothing = '\0';

    /// <summary>Without what is no text: zero characters, and halves of characters.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var whole = text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace($"{Nothing}", "", StringComparison.Ordinal);
    }

    /// <summary>The same for what may be lacking; null also when it is longer than anything Google means by it.</summary>
    public static string? Short(string? text, int longest) => Of(text) is { Length: > 0 } known && known.Length <= longest ? known : null;
}
