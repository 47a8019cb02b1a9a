namespace SlotBooking.Tests.Architecture;

/// <summary>The rule that a feature uses another feature's public types, never its tables.</summary>
internal static class EntityRules
{
    private const string Configuration = "IEntityTypeConfiguration";

    /// <summary>Folders that handle every table on purpose: they fill, copy or own the whole database.</summary>
    private static readonly string[] WholeDatabase =
        ["Backup", "Demo", "Import", "Persistence", CoreStoreys.Migrations, CoreStoreys.Composition];

    /// <summary>Folders whose rows are what they offer, so that all may use them.</summary>
    public static IReadOnlyDictionary<string, string> PublicRows { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Events"] = "an event is appended and read as the row that it is; the log is made for its readers",
    };

    /// <summary>Uses of another folder's tables that are wanted, each with its reason.</summary>
    public static IReadOnlyList<AllowedArrow> Allowed { get; } = [];

    /// <summary>Finds the types that have a mapping.</summary>
    public static IReadOnlySet<TypeName> Entities(IReadOnlyCollection<TypeArrow> core)
    {
        var mappings = core.Where(use => use.To.Name == Configuration && use.Member.Length == 0).Select(use => use.From).ToHashSet();
        return core
            .Where(use => mappings.Contains(use.From) && use.Member.Length == 0 && use.To.IsBelow(CoreStoreys.Root))
            .Select(use => use.To)
            .ToHashSet();
    }

    /// <summary>Lists the arrows to entities that are not covered by a rule, whether an exception allows them or not.</summary>
    public static IEnumerable<FolderArrow> Arrows(IReadOnlyCollection<TypeArrow> core)
    {
        var entities = Entities(core);
        return new FolderGraph(core.Where(use => entities.Contains(use.To)), CoreStoreys.FolderOf).Arrows
            .Where(arrow => !WholeDatabase.Contains(arrow.From, StringComparer.Ordinal) && !PublicRows.ContainsKey(arrow.To));
    }

    public static IEnumerable<Offence> Offences(IReadOnlyCollection<TypeArrow> core) =>
        from arrow in Arrows(core)
        where !Allowed.Any(allowed => allowed.Covers(arrow))
        select new Offence(
            "A folder uses the tables of another.",
            arrow,
            "ask the owner: a query that answers with a record, an event, a method; a wanted use needs a reason in EntityRules.");
}
