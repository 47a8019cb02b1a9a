using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Achievements.News;

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
    public Task ChooseAsync(Actor person, bool isQuiet, bool hasSound, CancellationToken cancellationToken) => person.AccountId is { } account
        ? ChangeAsync(account, choice => (choice.IsQuiet, choice.HasSound) = (isQuiet, hasSound), cancellationToken)
        : Task.CompletedTask;

    /// <summary>Leaves an account out of all boards, or takes it in again. Only an admin may; false for all others.</summary>
    public async Task<bool> LeaveOutAsync(Guid account, bool isLeftOut, Actor author, CancellationToken cancellationToken)
    {
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            if (!await AccountRights.HasAnyAsync(db, author, [Roles.Admin], cancellationToken))
            {
                return false;
            }
        }

        await ChangeAsync(account, choice => choice.IsLeftOut = isLeftOut, cancellationToken);
        return true;
    }

    private Task ChangeAsync(Guid account, Action<GameChoice> change, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            await db.TakeTurnAsync($"game-choice/{account}", cancellationToken);
            var choice = await db.GameChoices.AsTracking().SingleOrDefaultAsync(c => c.AccountId == account, cancellationToken)
                ?? db.GameChoices.Add(new GameChoice { AccountId = account }).Entity;
            change(choice);
            db.Events.Add(GameEvents.Changed([account], [], clock.Now));
        },
        cancellationToken);
}
