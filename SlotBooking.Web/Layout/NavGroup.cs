using System.Security.Claims;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Layout;

/// <summary>A page in the navigation: German title, icon, icon while it is the current page, address, and the roles that see it.</summary>
/// <remarks>No role named means everybody.</remarks>
public sealed record NavItem(string Title, Glyph Icon, Glyph CurrentIcon, string Address, params string[] Roles)
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
            new("Tag", Glyph.Today, Glyph.TodayFilled, "day"),
            new("Meine Buchungen", Glyph.ViewKanban, Glyph.ViewKanbanFilled, "my-calendar", "agent", "consultant", "admin"),
            new("Kunden", Glyph.Contacts, Glyph.ContactsFilled, "customers"),
            new("Bereitschaft", Glyph.HowToReg, Glyph.HowToRegFilled, "readiness", "consultant", "admin"),
        ]),
        new("Spiel",
        [
            new("Mein Stand", Glyph.MilitaryTech, Glyph.MilitaryTechFilled, "gamification"),
            new("Rangliste", Glyph.Leaderboard, Glyph.LeaderboardFilled, "scoreboard"),
            new("Abzeichen", Glyph.WorkspacePremium, Glyph.WorkspacePremiumFilled, "badges"),
        ]),
        new("Auswertung",
        [
            new("Analyse", Glyph.Monitoring, Glyph.Monitoring, "admin/metrics", "admin"),
        ]),
        new("Verwaltung",
        [
            new("Kapazität", Glyph.Tune, Glyph.Tune, "admin/capacity", "admin"),
            new("Kalender", Glyph.Sync, Glyph.SyncFilled, "admin/calendar", "admin"),
            new("Spielregeln", Glyph.Rule, Glyph.Rule, "admin/game", "admin"),
        ]),
    ];

    /// <summary>The headings and pages this user may see, empty headings left out.</summary>
    public static IReadOnlyList<NavGroup> For(ClaimsPrincipal user) =>
        [.. All.Select(group => group with { Items = [.. group.Items.Where(item => item.IsFor(user))] }).Where(group => group.Items.Count > 0)];
}
