namespace SlotBooking.Tests.Architecture;

/// <summary>The arrows between the folders of one project.</summary>
internal sealed class FolderGraph
{
    public FolderGraph(IEnumerable<TypeArrow> uses, Func<TypeName, string?> folderOf)
    {
        var known = uses
            .Select(use => (From: folderOf(use.From), To: folderOf(use.To), Use: use))
            .Where(arrow => arrow.From is not null && arrow.To is not null)
            .ToList();
        Folders = [.. known.SelectMany(arrow => new[] { arrow.From!, arrow.To! }).Distinct().Order(StringComparer.Ordinal)];
        Arrows =
        [
            .. known
                .Where(arrow => arrow.From != arrow.To)
                .GroupBy(arrow => (arrow.From, arrow.To), arrow => arrow.Use)
                .Select(group => new FolderArrow(group.Key.From!, group.Key.To!, InOrder(group)))
                .OrderBy(arrow => arrow.From, StringComparer.Ordinal)
                .ThenBy(arrow => arrow.To, StringComparer.Ordinal),
        ];
    }

    public IReadOnlyList<string> Folders { get; }

    public IReadOnlyList<FolderArrow> Arrows { get; }

    /// <summary>Lists the arrows over which one can walk back to where one came from, those with the fewest uses first.</summary>
    public IReadOnlyList<FolderArrow> Circles(Func<FolderArrow, bool> counts)
    {
        var arrows = Arrows.Where(counts).ToList();
        var reached = Reach(arrows);
        return [.. arrows.Where(arrow => reached[arrow.To].Contains(arrow.From)).OrderBy(arrow => arrow.Uses.Count)];
    }

    /// <summary>Lists the arrows without those that also lead there over others; all of them while there are circles.</summary>
    public IReadOnlyList<FolderArrow> Drawn()
    {
        var reached = Reach(Arrows);
        return Circles(_ => true).Count > 0
            ? Arrows
            : [.. Arrows.Where(arrow => !Arrows.Any(first => first.From == arrow.From && reached[first.To].Contains(arrow.To)))];
    }

    private static List<TypeArrow> InOrder(IEnumerable<TypeArrow> uses) =>
    [
        .. uses
            .OrderBy(use => use.From.Name, StringComparer.Ordinal)
            .ThenBy(use => use.Member, StringComparer.Ordinal)
            .ThenBy(use => use.To.Name, StringComparer.Ordinal),
    ];

    private Dictionary<string, HashSet<string>> Reach(IEnumerable<FolderArrow> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        return Folders.ToDictionary(folder => folder, folder => Reach(folder, next));
    }

    private static HashSet<string> Reach(string start, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var folder))
        {
            foreach (var neighbour in next[folder].Where(reached.Add))
            {
                open.Push(neighbour);
            }
        }

        return reached;
    }
}
