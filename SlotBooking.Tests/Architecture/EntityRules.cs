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
    public static IReadOnlyList<AllowedArrow> Allowed { get; } =
    [
        new("Achievements", "Accounts", "boards name people and leave some out; names, roles and boards are one query"),
        new("Achievements", "Bookings", "a line of the ledger names the customer whose booking earned it"),
        new("Achievements", "Settings", "a rebuild goes by the history of the rules"),
        new("Availability", "Calendars", "readiness is worked out from mirrored events inside the database, a whole window at once"),
        new("Bookings", "Accounts", "the list of agents is a filter of one's own bookings"),
        new("Bookings", "Availability", "a booking is decided on ready consultants and manual places in one round trip"),
        new("Bookings", "Calendars", "the week of readiness shows what the calendar holds beside what can be booked"),
        new("Bookings", "Settings", "the history of the places per consultant is read as it was stored"),
        new("CalendarSync", "Accounts", "a feed's row refers to its owner by a foreign key"),
        new("CalendarSync", "Availability", "a booking that is written again asks how many places are free"),
        new("CalendarSync", "Bookings", "each appointment is compared with its event inside one locked transaction"),
        new("CalendarSync", "Calendars", "the outbox and the mirror are two sides of the same calendar"),
        new("Customers", "Bookings", "a profile is counted from the customer's appointments"),
        new("Metrics", "Accounts", "figures name the agents"),
        new("Metrics", "Availability", "figures compare use with ready places"),
        new("Metrics", "Bookings", "a day is counted from its appointments"),
        new("Outcomes", "Accounts", "an event names its agent by the sign-in name"),
        new("Outcomes", "Bookings", "an outcome is a state of the booking, judged with the slot locked"),
        new("Outcomes", "Calendars", "an outcome is read from mirrored events"),
    ];

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
