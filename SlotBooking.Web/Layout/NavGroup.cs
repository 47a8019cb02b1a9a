using System.Security.Claims;

namespace SlotBooking.Web.Layout;

/// <summary>A page in the navigation: German title, icon, address, and the roles that see it (none named means everybody).</summary>
public sealed record NavItem(string Title, string Icon, string Address, params string[] Roles)
{
    public bool IsFor(ClaimsPrincipal user) => Roles.Length == 0 || Array.Exists(Roles, user.IsInRole);
}

/// <summary>Some pages under one heading. A page that is added to the product gets its line here.</summary>
public sealed record NavGroup(string Title, IReadOnlyList<NavItem> Items)
{
    private static readonly IReadOnlyList<NavGroup> All =
    [
        new("Arbeit",
        [
            new("Tag", "today", "day"),
            new("Meine Buchungen", "view_kanban", "my-calendar", "agent", "consultant", "admin"),
            new("Kunden", "contacts", "customers"),
            new("Bereitschaft", "how_to_reg", "readiness", "consultant", "admin"),
        ]),
        new("Spiel",
        [
            new("Mein Stand", "military_tech", "gamification"),
            new("Rangliste", "leaderboard", "scoreboard"),
            new("Abzeichen", "workspace_premium", "badges"),
        ]),
        new("Auswertung",
        [
            new("Analyse", "monitoring", "admin/metrics", "admin"),
        ]),
        new("Verwaltung",
        [
            new("Kapazität", "tune", "admin/capacity", "admin"),
            new("Kalender", "sync", "admin/calendar", "admin"),
            new("Spielregeln", "rule", "admin/game", "admin"),
        ]),
    ];

    /// <summary>The headings and pages this user may see, empty headings left out.</summary>
    public static IReadOnlyList<NavGroup> For(ClaimsPrincipal user) =>
        [.. All.Select(group => group with { Items = [.. group.Items.Where(item => item.IsFor(user))] }).Where(group => group.Items.Count > 0)];
}
