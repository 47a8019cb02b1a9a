namespace SlotBooking.Tests.Architecture;

/// <summary>The rules between the folders of SlotBooking.Web, and about what it knows of the world.</summary>
internal static class WebRules
{
    private static readonly string[] StorageNamespaces =
        ["Google", "Npgsql", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore", "System.Data"];

    /// <summary>Arrows from one feature to another that are wanted, each with its reason.</summary>
    public static IReadOnlyList<AllowedArrow> BetweenFeatures { get; } = [];

    public static IEnumerable<Offence> All(IReadOnlyCollection<TypeArrow> uses)
    {
        var web = new FolderGraph(uses, WebFolders.Of);
        return [.. Storage(uses), .. FeatureToFeature(web), .. ToTheTop(web), .. InCircles(web)];
    }

    public static IEnumerable<Offence> InCircles(FolderGraph web) =>
        web.Circles(_ => true).Select(arrow => new Offence(
            "Folders form a circle.",
            arrow,
            "cut the arrow with the fewest uses: what both need goes into Shared, what starts the program into Program."));

    public static IEnumerable<Offence> ToTheTop(FolderGraph web) =>
        from arrow in web.Arrows
        where arrow.To == WebFolders.Top
        select new Offence("Program, App and Routes are known by a folder.", arrow, "let Program hand in the type, or map it there.");

    public static IEnumerable<Offence> FeatureToFeature(FolderGraph web) =>
        from arrow in web.Arrows
        where WebFolders.IsFeature(arrow.From) && WebFolders.IsFeature(arrow.To)
        where !BetweenFeatures.Any(allowed => allowed.Covers(arrow))
        select new Offence(
            "A feature uses the types of another.",
            arrow,
            "move what both use to Shared; a wanted arrow needs a reason in WebRules.");

    public static IEnumerable<Offence> Storage(IReadOnlyCollection<TypeArrow> web) =>
        from arrow in new FolderGraph(web.Where(use => IsStorage(use.To)), WebFolders.OfAny).Arrows
        select new Offence(
            "The pages know the database or Google.",
            arrow,
            "ask a service of the core; what has to be registered with the context is registered by an Add method of the core.");

    private static bool IsStorage(TypeName type) =>
        type is { Namespace: "SlotBooking.Core.Persistence", Name: "SlotBookingDb" } || StorageNamespaces.Any(type.IsBelow);
}
