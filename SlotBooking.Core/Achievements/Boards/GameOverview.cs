using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Reading;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>Reads what admins look after: rules and their history, who is on the boards, and events that were not understood.</summary>
public sealed class GameOverview(Database database, SettingsStore settings)
{
    private const int Shown = 20;

    /// <summary>All of it.</summary>
    public async Task<GameOverviewAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        var people = await db.Users.Where(a => a.DisabledAt == null && db.UserRoles.Any(link => link.UserId == a.Id && db.Roles.Any(r => r.Id == link.RoleId && r.Name == Roles.Agent)))
            .Select(a => new GamePerson(
                a.Id,
                a.DisplayName,
                db.Players.Where(p => p.AccountId == a.Id).Select(p => p.Points).FirstOrDefault(),
                db.GameChoices.Any(c => c.AccountId == a.Id && c.IsLeftOut)))
            .ToListAsync(cancellationToken);
        var changes = await db.SettingChanges.AsNoTracking().Where(c => c.Section == "game").OrderByDescending(c => c.At).Take(Shown)
            .Select(c => new { c.At, c.Author }).ToListAsync(cancellationToken);
        return new GameOverviewAnswer(
            (await settings.ReadAsync(db, cancellationToken)).Game,
            [.. people.OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)],
            [.. changes.Select(c => (c.At, c.Author))],
            await db.ParkedEvents.AsNoTracking().OrderByDescending(e => e.EventNumber).Take(Shown).ToListAsync(cancellationToken));
    }
}

/// <summary>What admins look after.</summary>
/// <param name="Rules">The rules now.</param>
/// <param name="People">Who plays, by name.</param>
/// <param name="Changes">When and by whom the rules were changed, newest first.</param>
/// <param name="Parked">Events that were not understood, newest first.</param>
public sealed record GameOverviewAnswer(
    GameRules Rules, IReadOnlyList<GamePerson> People, IReadOnlyList<(DateTimeOffset At, string Author)> Changes, IReadOnlyList<ParkedEvent> Parked);

/// <summary>Somebody who plays.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Points">Points in all.</param>
/// <param name="IsLeftOut">Not on the boards.</param>
public sealed record GamePerson(Guid Id, string Name, int Points, bool IsLeftOut);
