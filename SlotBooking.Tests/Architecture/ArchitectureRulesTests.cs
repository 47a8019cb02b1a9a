namespace SlotBooking.Tests.Architecture;

/// <summary>Shows each rule an arrow that it has to forbid, and one beside it that it has to leave alone.</summary>
public sealed class ArchitectureRulesTests
{
    private static readonly TypeName Mapping = new("Microsoft.EntityFrameworkCore", "IEntityTypeConfiguration");

    [Fact]
    public void An_arrow_that_points_up_is_found() =>
        Assert.Equal(["Time → Bookings"], Found(CoreRules.Upward(Core("Time → Bookings", "Bookings → Time", "Bookings → Outcomes"))));

    [Fact]
    public void A_circle_inside_a_storey_is_found_however_long() => Assert.Equal(
        ["Accounts → Calendars", "Availability → Accounts", "Calendars → Availability"],
        Found(CoreRules.InCircles(Core(
            "Calendars → Availability", "Availability → Accounts", "Accounts → Calendars", "Bookings → Outcomes", "Accounts → Time"))));

    [Fact]
    public void A_folder_without_a_storey_is_found() => Assert.Equal(
        ["Time → Elsewhere"],
        Found(CoreRules.Unplaced(Core("Time → Elsewhere", "Bookings → Time", "Persistence.Migrations → Persistence"))));

    [Fact]
    public void Migrations_that_know_a_feature_or_are_known_are_found() => Assert.Equal(
        ["Persistence → Persistence/Migrations", "Persistence/Migrations → Bookings"],
        Found(CoreRules.Outside(Core(
            "Persistence.Migrations → Bookings", "Persistence.Migrations → Persistence", "Persistence → Persistence.Migrations"))));

    [Fact]
    public void A_composition_may_know_all_and_is_known_by_nobody()
    {
        var composition = new TypeName("SlotBooking.Core", "CoreRegistration");
        var core = new FolderGraph(
            [new TypeArrow(composition, "Add", CoreType("Bookings")), new TypeArrow(CoreType("Time"), "X", composition)],
            CoreStoreys.FolderOf);
        Assert.Equal(
            ["Time → CoreRegistration"],
            Found([.. CoreRules.Outside(core), .. CoreRules.Upward(core), .. CoreRules.InCircles(core), .. CoreRules.Unplaced(core)]));
    }

    [Fact]
    public void A_use_of_the_table_of_another_folder_is_found()
    {
        var entity = new TypeName("SlotBooking.Core.Bookings", "Booking");
        var mapping = new TypeName("SlotBooking.Core.Bookings", "BookingMapping");
        TypeArrow[] uses =
        [
            new(mapping, "", Mapping),
            new(mapping, "", entity),
            new(CoreType("Bookings"), "Read", entity),
            new(CoreType("Demo"), "Fill", entity),
            new(CoreType("Jobs"), "Read", entity),
            new(CoreType("Jobs"), "Read", CoreType("Bookings")),
        ];
        Assert.Equal(["Jobs → Bookings"], Found(EntityRules.Offences(uses)));
        Assert.Equal([entity], Assert.Single(EntityRules.Offences(uses)).Arrow.Uses.Select(use => use.To));
    }

    [Fact]
    public void A_circle_between_folders_of_the_pages_is_found() => Assert.Equal(
        ["Hosting → Layout", "Layout → Hosting"],
        Found(WebRules.InCircles(Web("Hosting → Layout", "Layout → Hosting", "Layout → Shared", "Features.Game → Layout"))));

    [Fact]
    public void An_arrow_between_features_is_found() => Assert.Equal(
        ["Features/Admin/Jobs → Features/Admin/People", "Features/Game → Features/Bookings"],
        Found(WebRules.FeatureToFeature(Web(
            "Features.Game → Features.Bookings",
            "Features.Admin.Jobs → Features.Admin.People",
            "Features.Game → Shared",
            "Console → Features.Game"))));

    [Fact]
    public void An_arrow_to_the_top_of_the_pages_is_found()
    {
        var web = new FolderGraph([new TypeArrow(WebType("Hosting"), "Map", new TypeName("SlotBooking.Web", "App"))], WebFolders.Of);
        Assert.Equal(["Hosting → App"], Found(WebRules.ToTheTop(web)));
    }

    [Theory]
    [InlineData("SlotBooking.Core.Persistence", "SlotBookingDb", true)]
    [InlineData("SlotBooking.Core.Persistence", "Database", false)]
    [InlineData("Microsoft.EntityFrameworkCore", "DbContext", true)]
    [InlineData("Npgsql", "NpgsqlConnection", true)]
    [InlineData("Microsoft.Data.Sqlite", "SqliteConnection", true)]
    [InlineData("Google.Apis.Calendar.v3", "CalendarService", true)]
    [InlineData("Googles", "Other", false)]
    public void Storage_that_the_pages_know_is_found(string space, string name, bool forbidden)
    {
        var found = WebRules.Storage([new TypeArrow(WebType("Shared"), "Load", new TypeName(space, name))]);
        Assert.Equal(forbidden ? [$"Shared → {space}"] : [], Found(found));
    }

    [Fact]
    public void An_offence_is_printed_with_its_members_and_what_to_do_but_not_without_end()
    {
        var uses = Enumerable.Range(1, 25).Select(number => new TypeArrow(CoreType("Time"), $"M{number:00}", CoreType("Bookings")));
        var text = OffenceReport.Write(CoreRules.Upward(new FolderGraph(uses, CoreStoreys.FolderOf)), CoreStoreys.FolderOf);
        Assert.Contains("An arrow points up.", text, StringComparison.Ordinal);
        Assert.Contains("To do: ", text, StringComparison.Ordinal);
        Assert.Contains("Time → Bookings (25)", text, StringComparison.Ordinal);
        Assert.Contains("Time/Thing.M20 → Bookings/Thing", text, StringComparison.Ordinal);
        Assert.DoesNotContain("M21", text, StringComparison.Ordinal);
        Assert.Contains("… and 5 more", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_leaves_out_what_also_leads_there_over_others() => Assert.Equal(
        ["Bookings → Events", "Events → Time"],
        Core("Bookings → Events", "Bookings → Time", "Events → Time").Drawn().Select(arrow => $"{arrow}"));

    private static IEnumerable<string> Found(IEnumerable<Offence> offences) =>
        offences.Select(offence => $"{offence.Arrow}").Order(StringComparer.Ordinal);

    private static FolderGraph Core(params string[] arrows) => new(arrows.Select(arrow => Use(arrow, CoreType)), CoreStoreys.FolderOf);

    private static FolderGraph Web(params string[] arrows) => new(arrows.Select(arrow => Use(arrow, WebType)), WebFolders.Of);

    private static TypeArrow Use(string arrow, Func<string, TypeName> type)
    {
        var ends = arrow.Split(" → ");
        return new TypeArrow(type(ends[0]), "Member", type(ends[1]));
    }

    private static TypeName CoreType(string folder) => new($"SlotBooking.Core.{folder}", "Thing");

    private static TypeName WebType(string folder) => new($"SlotBooking.Web.{folder}", "Thing");
}
