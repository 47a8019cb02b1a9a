using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Reads what admins look after: rules and their history, who is on the boards, corrections, absences, and events that were not understood.</summary>
public sealed class GameOverview(Database database, SettingsStore settings, OfficeClock clock)
{
    private const int Shown = 20;
    private const int AbsencesShown = 100;

    /// <summary>All of it; null for whoever is no active admin.</summary>
    public async Task<GameOverviewAnswer?> ReadAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await AccountRights.HasAnyAsync(db, reader, [Roles.Admin], cancellationToken)
            ? new GameOverviewAnswer(
                (await settings.ReadAsync(db, cancellationToken)).Game,
                await PeopleAsync(db, cancellationToken),
                await ChangesAsync(db, cancellationToken),
                await CorrectionsAsync(db, cancellationToken),
                await AbsencesAsync(db, cancellationToken),
                await db.ParkedEvents.CountAsync(cancellationToken),
                await db.ParkedEvents.AsNoTracking().OrderByDescending(e => e.EventNumber).Take(Shown).ToListAsync(cancellationToken))
            : null;
    }

    /// <summary>Agents, and whoever else has points.</summary>
    private static async Task<IReadOnlyList<GamePerson>> PeopleAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var people = await db.Users
            .Where(a => a.DisabledAt == null && (db.Set<Player>().Any(p => p.AccountId == a.Id) ||
                db.Set<IdentityUserRole<Guid>>().Any(link => link.UserId == a.Id && db.Set<Role>().Any(r => r.Id == link.RoleId && r.Name == Roles.Agent))))
            .Select(a => new GamePerson(
                a.Id,
                a.DisplayName,
                db.Set<Player>().Where(p => p.AccountId == a.Id).Select(p => p.Points).FirstOrDefault(),
                db.Set<GameChoice>().Any(c => c.AccountId == a.Id && c.IsLeftOut)))
            .ToListAsync(cancellationToken);
        return [.. people.OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.Id)];
    }

    private static async Task<IReadOnlyList<RuleChange>> ChangesAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var changes = await db.SettingChanges.AsNoTracking().Where(c => c.Section == "game").OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Shown).ToListAsync(cancellationToken);
        return [.. changes.Select(c => new RuleChange(c.Id, c.At, c.Author, Rules(c.Before), Rules(c.After)))];
    }

    /// <summary>One that cannot be read was never in force.</summary>
    private static GameRules Rules(string? json) => (json is null ? null : RuleHistory.RulesOf(json)) ?? new GameRules();

    private static async Task<IReadOnlyList<CorrectionLine>> CorrectionsAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var corrections = await db.PointCorrections.AsNoTracking().OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Shown).ToListAsync(cancellationToken);
        var names = await NamesAsync(db, corrections.Select(c => c.AccountId), cancellationToken);
        return [.. corrections.Select(c => new CorrectionLine(c.Id, c.At, c.Author, names.GetValueOrDefault(c.AccountId), c.Points, c.Reason))];
    }

    /// <summary>Who is away now or will be, who was in the last four weeks, and what was entered in these; the latest first.</summary>
    private async Task<IReadOnlyList<AbsenceLine>> AbsencesAsync(SlotBookingDb db, CancellationToken cancellationToken)
    {
        var (since, entered) = (clock.Today.AddDays(-28), clock.Now.AddDays(-28));
        var absences = await db.Absences.AsNoTracking().Where(a => a.WithdrawnAt == null && (a.Through >= since || a.At >= entered))
            .OrderByDescending(a => a.First).ThenBy(a => a.Id).Take(AbsencesShown).ToListAsync(cancellationToken);
        var names = await NamesAsync(db, absences.Select(a => a.AccountId), cancellationToken);
        return [.. absences.Where(a => names.ContainsKey(a.AccountId)).Select(a => new AbsenceLine(a.Id, names[a.AccountId], a.First, a.Through, a.Reason, a.Author))];
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(SlotBookingDb db, IEnumerable<Guid> accounts, CancellationToken cancellationToken)
    {
        var ids = accounts.Distinct().ToArray();
        return await db.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellationToken);
    }
}
