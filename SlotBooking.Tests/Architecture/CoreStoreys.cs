namespace SlotBooking.Tests.Architecture;

/// <summary>The storeys of SlotBooking.Core, from the ground up: a folder knows those below its own.</summary>
internal static class CoreStoreys
{
    public const string Root = "SlotBooking.Core";
    public const string Migrations = "Persistence/Migrations";

    /// <summary>The class that registers every folder's services; it stands above all of them.</summary>
    public const string Composition = "CoreRegistration";

    public static IReadOnlyList<(string Name, string[] Folders)> All { get; } =
    [
        ("values", ["Contacts", "Markers", "Root", "Slots", "Time"]),
        ("ground", ["Persistence"]),
        ("machinery", ["Events", "Jobs", "Settings"]),
        ("supply", ["Accounts", "Availability", "Calendars"]),
        ("the desk", ["Bookings", "CalendarSync", "Outcomes"]),
        ("read models", ["Achievements", "Audit", "Customers", "Forecasts", "Metrics", "Telephony"]),
        ("doors out", ["Backup", "Demo", "Exports", "Import", "Journal"]),
    ];

    /// <summary>Names the folder of a type of the core; none for types of others.</summary>
    public static string? FolderOf(TypeName type) => type.Namespace.Split('.') switch
    {
        ["SlotBooking", "Core"] => type.Name.Split('.')[0] == Composition ? Composition : "Root",
        ["SlotBooking", "Core", "Persistence", "Migrations", ..] => Migrations,
        ["SlotBooking", "Core", var folder, ..] => folder,
        _ => null,
    };

    /// <summary>Numbers a folder's storey; the migrations, the composition and a folder that nobody placed have none.</summary>
    public static int? Of(string folder)
    {
        for (var storey = 0; storey < All.Count; storey++)
        {
            if (All[storey].Folders.Contains(folder, StringComparer.Ordinal))
            {
                return storey;
            }
        }

        return null;
    }
}
