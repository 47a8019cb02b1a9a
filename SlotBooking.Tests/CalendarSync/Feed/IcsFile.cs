using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SlotBooking.Tests.CalendarSync.Feed;

/// <summary>Reads an iCalendar file as strictly as RFC 5545 is written, and fails where it is broken.</summary>
internal sealed partial class IcsFile
{
    private static readonly string[] NeededOnce = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS"];

    private static readonly string[] Statuses = ["TENTATIVE", "CONFIRMED", "CANCELLED"];

    private IcsFile(IReadOnlyList<IReadOnlyDictionary<string, string>> events) => Events = events;

    /// <summary>The events, each by the names of its lines, texts unescaped.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Events { get; }

    public IReadOnlyDictionary<string, string> this[Guid booking] => Assert.Single(Events, e => e["UID"] == booking.ToString());

    public static IcsFile Read(byte[] file)
    {
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file);
        Assert.DoesNotMatch(LonelyLineEnd(), text);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var raw = text[..^2].Split("\r\n");
        Assert.All(raw, line =>
        {
            Assert.NotEmpty(line);
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain('\uFFFE', line);
        });
        var lines = text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        Assert.Single(lines, "VERSION:2.0");
        Assert.Single(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("BEGIN:", StringComparison.Ordinal) && line != lines[0]);
        var events = Components(lines);
        Assert.Equal(events.Count, events.Select(e => e["UID"]).Distinct(StringComparer.Ordinal).Count());
        return new IcsFile(events);
    }

    /// <summary>An instant in UTC; nothing else is written.</summary>
    public static DateTimeOffset Instant(string stamp) =>
        DateTimeOffset.ParseExact(stamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static List<IReadOnlyDictionary<string, string>> Components(string[] lines)
    {
        var open = new Stack<string>();
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? current = null;
        foreach (var line in lines)
        {
            var parts = ContentLine().Match(line);
            Assert.True(parts.Success, line);
            var (name, value) = (parts.Groups["name"].Value, parts.Groups["value"].Value);
            if (name == "BEGIN")
            {
                open.Push(value);
                current = value == "VEVENT" ? new(StringComparer.Ordinal) : current;
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
                if (value == "VEVENT")
                {
                    events.Add(Checked(current!));
                    current = null;
                }
            }
            else if (current is not null)
            {
                Assert.True(current.TryAdd(name, name is "SUMMARY" or "DESCRIPTION" ? Unescaped(value) : value), $"{name} stands there twice");
            }
        }

        Assert.Empty(open);
        return events;
    }

    private static Dictionary<string, string> Checked(Dictionary<string, string> item)
    {
        Assert.All(NeededOnce, name => Assert.Contains(name, item));
        Assert.True(Instant(item["DTSTART"]) < Instant(item["DTEND"]));
        Assert.Equal(Instant(item["DTSTAMP"]), Instant(item["LAST-MODIFIED"]));
        Assert.Contains(item["STATUS"], Statuses);
        Assert.True(int.Parse(item["SEQUENCE"], NumberStyles.None, CultureInfo.InvariantCulture) >= 0);
        return item;
    }

    private static string Unescaped(string value)
    {
        Assert.Matches(EscapedText(), value);
        return Escape().Replace(value, match => match.Value is "\\n" or "\\N" ? "\n" : match.Value[1..]);
    }

    [GeneratedRegex("(?<!\r)\n|\r(?!\n)", RegexOptions.None, 1000)]
    private static partial Regex LonelyLineEnd();

    [GeneratedRegex(@"\A(?<name>[A-Z0-9-]+)(?:;[A-Z-]+=[^:;,""]+)*:(?<value>[^\p{Cc}]*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"\A(?:[^\\;,\p{Cc}]|\\[\\;,nN])*\z", RegexOptions.None, 1000)]
    private static partial Regex EscapedText();

    [GeneratedRegex(@"\\.", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
