using System.Globalization;

namespace SlotBooking.Tests.Architecture;

/// <summary>The page that shows the arrows as the tests see them.</summary>
internal static class ArchitecturePage
{
    public static string File { get; } = Path.Combine(SourceTree.Root, "docs", "architecture.md");

    public static string Write(IReadOnlyCollection<TypeArrow> coreUses, IReadOnlyCollection<TypeArrow> webUses)
    {
        var core = new FolderGraph(coreUses.Where(use => CoreStoreys.FolderOf(use.From) != CoreStoreys.Composition), CoreStoreys.FolderOf);
        var web = new FolderGraph(webUses, WebFolders.Of);
        return string.Join('\n',
        [
            "# Architecture",
            "",
            "Generated from the compiled assemblies by `dotnet SlotBooking.Tests.dll architecture --write`; `ArchitectureTests`",
            "check that it is up to date, and hold the rules. `architecture --arrows` lists every arrow with its number of uses,",
            "and what offends the rules with its members.",
            "",
            "An arrow means: a type of this folder uses a type of that one, in a declaration, a signature, an attribute, a field,",
            "a local variable or a method body. Without circles the pictures leave out arrows that also lead there over other",
            "folders; the tables have all of them. Constants, members of enums and `nameof` leave no trace in a compiled assembly",
            "and are not seen.",
            "",
            "## SlotBooking.Core",
            "",
            "Arrows point down, and never around inside a storey. What registers all folders may know all",
            $"(`{CoreStoreys.Composition}` at the root, not drawn); `{CoreStoreys.Migrations}` knows only `Persistence`.",
            "Tables (types with an `IEntityTypeConfiguration`) are used only by their own folder, by those that handle the whole",
            "database (`Demo`, `Import`, `Backup`, `Persistence`), and where it is written here:",
            "",
            .. EntityRules.PublicRows.Select(rows => $"- all → `{rows.Key}`: {rows.Value}"),
            .. EntityRules.Allowed.Select(Reason),
            "",
            .. CorePicture(core),
            "",
            "| storey | folder | knows |",
            "|---|---|---|",
            .. core.Folders
                .OrderByDescending(folder => CoreStoreys.Of(folder) ?? -1)
                .ThenBy(folder => folder, StringComparer.Ordinal)
                .Select(folder => $"| {CoreStoreys.Of(folder)?.ToString(CultureInfo.InvariantCulture) ?? "–"} | `{folder}` | {Knows(core, folder)} |"),
            "",
            "## SlotBooking.Web",
            "",
            $"No circle between any folders; nobody knows `{WebFolders.Top}` (Program, App and Routes); no folder knows the database,",
            "its drivers or Google; a feature uses another one's types only through `Shared`"
                + (WebRules.BetweenFeatures.Count == 0 ? "." : ", and where it is written here:"),
            .. WebRules.BetweenFeatures.Select(Reason).Prepend("").Take(WebRules.BetweenFeatures.Count == 0 ? 0 : int.MaxValue),
            "",
            "```mermaid",
            "flowchart TD",
            .. web.Drawn().Select(Edge),
            "```",
            "",
            "| folder | knows |",
            "|---|---|",
            .. web.Folders.Select(folder => $"| `{folder}` | {Knows(web, folder)} |"),
            "",
        ]);
    }

    private static IEnumerable<string> CorePicture(FolderGraph core) =>
    [
        "```mermaid",
        "flowchart TD",
        .. CoreStoreys.All.Select((storey, number) => (storey.Name, Number: number, Folders: storey.Folders.Intersect(core.Folders)))
            .Reverse()
            .SelectMany(storey => new[]
            {
                string.Create(CultureInfo.InvariantCulture, $"    subgraph storey{storey.Number}[\"{storey.Number} {storey.Name}\"]"),
                $"        {string.Join("; ", storey.Folders)}",
                "    end",
            }),
        .. core.Drawn().Select(Edge),
        "```",
    ];

    private static string Edge(FolderArrow arrow) => $"    {Node(arrow.From)} --> {Node(arrow.To)}";

    private static string Node(string folder) =>
        folder.Contains('/', StringComparison.Ordinal) ? $"{folder.Replace('/', '_')}[\"{folder}\"]" : folder;

    private static string Reason(AllowedArrow allowed) => $"- `{allowed.From}` → `{allowed.To}`: {allowed.Reason}";

    private static string Knows(FolderGraph graph, string folder) =>
        string.Join(", ", graph.Arrows.Where(arrow => arrow.From == folder).Select(arrow => $"`{arrow.To}`").DefaultIfEmpty("–"));
}
