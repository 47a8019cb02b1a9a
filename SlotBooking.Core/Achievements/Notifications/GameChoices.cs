using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.Notifications;

/// <summary>What people chose for themselves, and whom admins leave out of the boards.</summary>
public sealed class GameChoices(Database database, OfficeClock clock)
{
    /// <summary>A person's choice; popups without sound when nothing was chosen.</summary>
    public async Task<GameChoice> ReadAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var db = await database.ReadAsync(cancellationToken);
        return await db.GameChoices.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == account, cancellationToken) ?? new GameChoice { AccountId = account };
    }

    /// <summary>Chooses for oneself.</summary>
    /// <returns>False for whoever is no active person.</returns>
    public Task<bool> ChooseAsync(Actor person, bool isQuiet, bool hasSound, CancellationToken cancellationToken) =>
        ChangeAsync(person.AccountId ?? Guid.Empty, choice => (choice.IsQuiet, choice.HasSound) = (isQuiet, hasSound), person, Roles.All, cancellationToken);

    /// <summary>Leaves an account out of all boards, or takes it in again. Only an admin may.</summary>
    /// <returns>False for all others, and for an account that there is not.</returns>
    public Task<bool> LeaveOutAsync(Guid account, bool isLeftOut, Actor author, CancellationToken cancellationToken) =>
        ChangeAsync(account, choice => choice.IsLeftOut = isLeftOut, author, [Roles.Admin], cancellationToken);

    private Task<bool> ChangeAsync(Guid account, Action<GameChoice> change, Actor author, IReadOnlyList<string> roles, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (!await AccountRights.HasAnyAsync(db, author, roles, cancellationToken) || !await db.Users.AnyAsync(a => a.Id == account, cancellationToken))
            {
                return false;
            }

            await db.TakeTurnAsync($"game-choice/{account}", cancellationToken);
            var choice = await db.GameChoices.AsTracking().SingleOrDefaultAsync(c => c.AccountId == account, cancellationToken)
                ?? db.GameChoices.Add(new GameChoice { AccountId = account }).Entity;
            change(choice);
            db.Events.Add(GameEvents.Changed([account], [], clock.Now, author.AccountId));
            return true;
        },
        cancellationToken);
}
