using System.Globalization;

namespace SlotBooking.Tests.Architecture;

/// <summary>The rules between the folders of SlotBooking.Core.</summary>
internal static class CoreRules
{
    public static IEnumerable<Offence> All(IReadOnlyCollection<TypeArrow> uses)
    {
        var core = new FolderGraph(uses, CoreStoreys.FolderOf);
        return [.. Unplaced(core), .. EntityRules.Offences(uses), .. Outside(core), .. Upward(core), .. InCircles(core)];
    }

    /// <summary>Lists the arrows of folders that nobody placed.</summary>
    public static IEnumerable<Offence> Unplaced(FolderGraph core) =>
        from arrow in core.Arrows
        where new[] { arrow.From, arrow.To }.Any(folder => !IsOutside(folder) && CoreStoreys.Of(folder) is null)
        select new Offence("A folder is in no storey.", arrow, "place it in CoreStoreys, above all that it knows.");

    public static IEnumerable<Offence> Upward(FolderGraph core) =>
        from arrow in core.Arrows
        where CoreStoreys.Of(arrow.From) < CoreStoreys.Of(arrow.To)
        select new Offence(
            "An arrow points up.",
            arrow,
            "let the upper folder hand in what the lower one needs (a value, a delegate, a registered contributor), or move the type.");

    /// <summary>Lists the arrows that lead around inside one storey; a circle through several has an arrow that points up.</summary>
    public static IEnumerable<Offence> InCircles(FolderGraph core) =>
        core.Circles(arrow => !IsOutside(arrow.From) && CoreStoreys.Of(arrow.From) == CoreStoreys.Of(arrow.To)).Select(arrow => new Offence(
            "Folders of one storey form a circle.",
            arrow,
            "cut the arrow with the fewest uses: move the shared type down, or let one of the two react to the other's events."));

    /// <summary>Lists forbidden uses of and by the migrations and the composition, which are outside the storeys.</summary>
    public static IEnumerable<Offence> Outside(FolderGraph core) =>
        from arrow in core.Arrows
        where IsOutside(arrow.To) || (arrow.From == CoreStoreys.Migrations && arrow.To != "Persistence")
        select new Offence(
            "Migrations know only Persistence; nobody knows the migrations or the composition.",
            arrow,
            "spell tables and values in the migration itself, so that it does the same in ten years; register services in their folder.");

    public static string Label(string folder) => CoreStoreys.Of(folder) is { } storey
        ? string.Create(CultureInfo.InvariantCulture, $"{folder} ({storey})")
        : folder;

    private static bool IsOutside(string folder) => folder is CoreStoreys.Composition or CoreStoreys.Migrations;
}
