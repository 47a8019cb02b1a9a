using System.Globalization;
using System.Text;

namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>Writes the lines of an iCalendar file (RFC 5545). Pure: the same lines give the same text.</summary>
public sealed class IcsText
{
    private const int LongestLine = 75;
    private readonly StringBuilder _text = new();

    /// <summary>Adds a line whose value is not a person's text: a stamp, a number, a word of the format.</summary>
    public IcsText Add(string name, string value)
    {
        Fold($"{name}:{value}");
        return this;
    }

    /// <summary>Adds a line with any text, escaped.</summary>
    public IcsText AddText(string name, string text) => Add(name, Escape(text));

    /// <summary>Adds a line with an instant, in UTC: right in any zone and in the nights in which clocks change.</summary>
    public IcsText Add(string name, DateTimeOffset instant) =>
        Add(name, instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <summary>All lines, each ended by CR and LF.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Backslash, semicolon and comma are escaped, line ends written out, other control characters left out, halves of characters replaced.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(rune),
                '\n' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                _ when Rune.IsControl(rune) => escaped,
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    /// <summary>No line has more than 75 octets; what is longer goes on behind a blank in the next one, and no character is cut.</summary>
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}
