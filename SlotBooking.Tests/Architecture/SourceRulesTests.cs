using System.Globalization;
using System.Reflection;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Tests.Architecture;

/// <summary>Holds the rules that source files and references show; those between folders are in <see cref="ArchitectureTests"/>.</summary>
public sealed class SourceRulesTests
{
    private const int LongestFile = 300;

    // In two halves, so that this file does not find itself.
    private static readonly string[] Banned =
        ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "Thread." + "Sleep", "async " + "void", "#" + "region"];

    [Fact]
    public void The_core_knows_no_page() =>
        AssertNone(References(typeof(SlotBookingDb).Assembly)
            .Where(name => StartsWithOneOf(name, "SlotBooking.Web", "Microsoft.AspNetCore.Components", "MudBlazor")));

    [Fact]
    public void The_pages_know_no_database_driver_and_no_Google() =>
        AssertNone(References(typeof(global::SlotBooking.Web.App).Assembly)
            .Where(name => StartsWithOneOf(name, "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql", "Google.")));

    [Fact]
    public void The_pages_contain_no_SQL() =>
        AssertNone(LinesOf("SlotBooking.Web/", ".cs", ".razor")
            .Where(line => ContainsOneOf(line.Text, "FromSql", "ExecuteSql", "SqlQuery") ||
                (ContainsOneOf(line.Text, "SlotBookingDb") && !line.File.StartsWith("SlotBooking.Web/Hosting/", StringComparison.Ordinal)))
            .Select(line => line.ToString()));

    [Fact]
    public void No_file_is_longer_than_one_can_hold_in_mind() =>
        AssertNone(SourceTree.Files(".cs", ".razor")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (File: file, SourceTree.Lines(file).Length))
            .Where(file => file.Length > LongestFile)
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.File}: {file.Length} lines")));

    [Fact]
    public void Nothing_is_left_for_later() =>
        AssertNone(LinesOf("", ".cs", ".razor", ".js", ".css", ".csproj", ".props", ".targets")
            .Where(line => ContainsOneOf(line.Text, Banned))
            .Select(line => line.ToString()));

    [Fact]
    public void A_namespace_says_where_its_file_is() =>
        AssertNone(
            from line in LinesOf("SlotBooking.", ".cs")
            where line.Text.StartsWith("namespace ", StringComparison.Ordinal)
            let expected = Path.GetDirectoryName(line.File)!.Replace('/', '.')
            where line.Text != $"namespace {expected};"
            select $"{line}  (expected: {expected})");

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<SourceLine> LinesOf(string below, params string[] endings) =>
        from file in SourceTree.Files(endings)
        where file.StartsWith(below, StringComparison.Ordinal)
        from line in SourceTree.Lines(file).Select((text, index) => new SourceLine(file, index + 1, text))
        select line;

    private static bool StartsWithOneOf(string text, params string[] starts) =>
        starts.Any(start => text.StartsWith(start, StringComparison.Ordinal));

    private static bool ContainsOneOf(string text, params string[] parts) =>
        parts.Any(part => text.Contains(part, StringComparison.Ordinal));

    private static void AssertNone(IEnumerable<string> offenders)
    {
        var found = offenders.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private sealed record SourceLine(string File, int Number, string Text)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Number}: {Text.Trim()}");
    }
}
