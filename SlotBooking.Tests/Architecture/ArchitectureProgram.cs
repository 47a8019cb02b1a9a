using System.Globalization;

namespace SlotBooking.Tests.Architecture;

/// <summary>Prints or writes the page about the architecture, or lists every arrow and what the rules say about it.</summary>
/// <remarks>
/// <c>architecture</c> prints the page, <c>architecture --write</c> writes it; <c>architecture --arrows [--all] [CORE.dll [WEB.dll]]</c>
/// lists the arrows of this build or of the named assemblies, <c>--all</c> without a limit of lines.
/// </remarks>
internal static class ArchitectureProgram
{
    private const int LinesPerArrow = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["--arrows", .. var rest]:
                await PrintArrowsAsync(rest);
                return 0;
            case ["--write"]:
                await File.WriteAllTextAsync(ArchitecturePage.File, ArchitecturePage.Write(CompiledProjects.Core, CompiledProjects.Web));
                return 0;
            case []:
                await Console.Out.WriteAsync(ArchitecturePage.Write(CompiledProjects.Core, CompiledProjects.Web));
                return 0;
            default:
                await Console.Error.WriteLineAsync("architecture [--write | --arrows [--all] [CORE.dll [WEB.dll]]]");
                return 2;
        }
    }

    private static async Task PrintArrowsAsync(string[] args)
    {
        var limit = args.Contains("--all", StringComparer.Ordinal) ? int.MaxValue : LinesPerArrow;
        var files = args.Where(arg => arg != "--all").ToArray();
        var core = files is [var coreFile, ..] ? ArrowReader.Read(coreFile) : CompiledProjects.Core;
        await PrintAsync("SlotBooking.Core", new FolderGraph(core, CoreStoreys.FolderOf), CoreRules.Label);
        if (files.Length != 1)
        {
            var web = files is [_, var webFile, ..] ? ArrowReader.Read(webFile) : CompiledProjects.Web;
            await PrintAsync("SlotBooking.Web", new FolderGraph(web, WebFolders.Of), folder => folder);
            await Console.Out.WriteLineAsync(OffenceReport.Write(WebRules.All(web), WebFolders.Of, limit));
        }

        await Console.Out.WriteLineAsync(OffenceReport.Write(CoreRules.All(core), CoreStoreys.FolderOf, limit));
    }

    private static async Task PrintAsync(string title, FolderGraph graph, Func<string, string> label)
    {
        await Console.Out.WriteLineAsync($"\n{title}");
        foreach (var arrow in graph.Arrows)
        {
            await Console.Out.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{arrow.Uses.Count,6}  {label(arrow.From)} → {label(arrow.To)}"));
        }
    }
}
