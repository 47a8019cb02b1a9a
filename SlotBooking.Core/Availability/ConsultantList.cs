namespace SlotBooking.Core.Availability;

/// <summary>Reads the setting that names the first consultants: <c>Name=calendar id;Name=calendar id</c>.</summary>
public static class ConsultantList
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "CONSULTANTS";

    private const int NameLength = 100;
    private const int IdLength = 255;

    /// <summary>The entries in their order; none for an empty value.</summary>
    /// <exception cref="ConfigurationException">An entry is not understood; the sentence says which.</exception>
    public static IReadOnlyList<ConsultantEntry> Parse(string? text)
    {
        var entries = new List<ConsultantEntry>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var position = 0;
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            position++;
            var separator = part.IndexOf('=', StringComparison.Ordinal);
            var name = separator < 0 ? "" : part[..separator].Trim();
            var id = separator < 0 ? "" : part[(separator + 1)..].Trim();
            if (name.Length is 0 or > NameLength || id.Length is 0 or > IdLength)
            {
                throw Wrong(position, "ist nicht von der Form „Name=Kalender-ID“");
            }

            if (!names.Add(name))
            {
                throw Wrong(position, "nennt einen Namen zum zweiten Mal");
            }

            entries.Add(new ConsultantEntry(name, id));
        }

        return entries;
    }

    private static ConfigurationException Wrong(int position, string what) => new(
        FormattableString.Invariant($"{Setting}: Der {position}. Eintrag {what}. Erwartet wird „Name=Kalender-ID;Name=Kalender-ID“."));
}
