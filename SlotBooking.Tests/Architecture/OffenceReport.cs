using System.Globalization;
using System.Text;

namespace SlotBooking.Tests.Architecture;

/// <summary>Prints offences for somebody who has to do something about them.</summary>
internal static class OffenceReport
{
    private const int LinesPerArrow = 20;

    public static string Write(IEnumerable<Offence> offences, Func<TypeName, string?> folderOf, int linesPerArrow = LinesPerArrow)
    {
        var text = new StringBuilder();
        foreach (var rule in offences.GroupBy(offence => (offence.Rule, offence.Advice)))
        {
            text.AppendLine().AppendLine(rule.Key.Rule).AppendLine(CultureInfo.InvariantCulture, $"To do: {rule.Key.Advice}");
            foreach (var arrow in rule.Select(offence => offence.Arrow))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {arrow} ({arrow.Uses.Count})");
                foreach (var use in arrow.Uses.Take(linesPerArrow))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"    {Line(use, folderOf)}");
                }

                if (arrow.Uses.Count > linesPerArrow)
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"    … and {arrow.Uses.Count - linesPerArrow} more");
                }
            }
        }

        return text.ToString();
    }

    private static string Line(TypeArrow use, Func<TypeName, string?> folderOf) =>
        $"{Place(use.From, folderOf)}{(use.Member.Length == 0 ? "" : $".{use.Member}")} → {Place(use.To, folderOf)}";

    private static string Place(TypeName type, Func<TypeName, string?> folderOf) =>
        folderOf(type) is { } folder ? $"{folder}/{type.Name}" : type.ToString();
}
