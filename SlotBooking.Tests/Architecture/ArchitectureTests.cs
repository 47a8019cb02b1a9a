namespace SlotBooking.Tests.Architecture;

/// <summary>Holds the storeys of the core and the folders of the pages, as the compiled assemblies show them.</summary>
/// <remarks><c>dotnet SlotBooking.Tests.dll architecture --arrows</c> lists the same by hand.</remarks>
public sealed class ArchitectureTests
{
    private static readonly FolderGraph Core = new(CompiledProjects.Core, CoreStoreys.FolderOf);
    private static readonly FolderGraph Web = new(CompiledProjects.Web, WebFolders.Of);

    [Fact]
    public void Every_folder_of_the_core_is_in_a_storey() => AssertCore(CoreRules.Unplaced(Core));

    [Fact]
    public void No_arrow_of_the_core_points_up() => AssertCore(CoreRules.Upward(Core));

    [Fact]
    public void No_folders_of_one_storey_form_a_circle() => AssertCore(CoreRules.InCircles(Core));

    [Fact]
    public void Migrations_know_only_Persistence_and_nobody_knows_them_or_the_composition() => AssertCore(CoreRules.Outside(Core));

    [Fact]
    public void No_folder_of_the_core_uses_the_tables_of_another() => AssertCore(EntityRules.Offences(CompiledProjects.Core));

    [Fact]
    public void No_folders_of_the_pages_form_a_circle() => AssertWeb(WebRules.InCircles(Web));

    [Fact]
    public void Nobody_knows_the_top_of_the_pages() => AssertWeb(WebRules.ToTheTop(Web));

    [Fact]
    public void A_feature_of_the_pages_uses_another_only_through_Shared() => AssertWeb(WebRules.FeatureToFeature(Web));

    [Fact]
    public void The_pages_know_no_database_and_no_Google() => AssertWeb(WebRules.Storage(CompiledProjects.Web));

    [Fact]
    public void Every_exception_is_still_needed()
    {
        var tables = EntityRules.Arrows(CompiledProjects.Core).ToList();
        Assert.DoesNotContain(EntityRules.Allowed, allowed => !tables.Any(allowed.Covers));
        Assert.DoesNotContain(WebRules.BetweenFeatures, allowed => !Web.Arrows.Any(allowed.Covers));
    }

    [Fact]
    public void There_is_something_to_read()
    {
        Assert.True(Core.Arrows.Count > 30, $"{Core.Arrows.Count} arrows in the core");
        Assert.True(Web.Arrows.Count > 15, $"{Web.Arrows.Count} arrows in the pages");
        Assert.True(EntityRules.Entities(CompiledProjects.Core).Count > 20, "hardly an entity was found");
    }

    [Fact]
    public void The_page_about_the_architecture_shows_what_is_compiled() => Assert.True(
        File.Exists(ArchitecturePage.File) &&
            File.ReadAllText(ArchitecturePage.File) == ArchitecturePage.Write(CompiledProjects.Core, CompiledProjects.Web),
        "docs/architecture.md shows other arrows; write it with `dotnet SlotBooking.Tests.dll architecture --write`.");

    private static void AssertCore(IEnumerable<Offence> offences) => AssertNone(offences, CoreStoreys.FolderOf);

    private static void AssertWeb(IEnumerable<Offence> offences) => AssertNone(offences, WebFolders.Of);

    private static void AssertNone(IEnumerable<Offence> offences, Func<TypeName, string?> folderOf)
    {
        var found = offences.ToList();
        Assert.True(found.Count == 0, OffenceReport.Write(found, folderOf));
    }
}
