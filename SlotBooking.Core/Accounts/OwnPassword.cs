using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>Lets somebody change their own password; all their other sessions end.</summary>
public sealed class OwnPassword(Database database, PasswordHashing hashing, TimeProvider time)
{
    /// <summary>Changes it and opens a new session in place of the one that asked, which ends too.</summary>
    /// <returns>The answer, and who is signed in now if it was done.</returns>
    public async Task<(AccountAnswer Answer, SignedIn? Person)> ChangeAsync(
        Guid accountId, string current, string next, CancellationToken cancellationToken)
    {
        string? oldHash;
        string userName;
        await using (var db = await database.ReadAsync(cancellationToken))
        {
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.DisabledAt == null, cancellationToken);
            (oldHash, userName) = (account?.PasswordHash, account?.UserName ?? "");
        }

        if (!await hashing.VerifyAsync(oldHash, current, cancellationToken))
        {
            return (new AccountAnswer.WrongPassword(), null);
        }

        if (next == current)
        {
            return (new AccountAnswer.SamePassword(), null);
        }

        if (PasswordRules.Check(next, userName) is { } fault)
        {
            return (new AccountAnswer.BadPassword(fault), null);
        }

        var hash = await hashing.HashAsync(next, cancellationToken);
        return await database.WriteAsync<(AccountAnswer, SignedIn?)>(
            async db =>
            {
                var account = await db.Users.SingleOrDefaultAsync(
                    a => a.Id == accountId && a.DisabledAt == null && a.PasswordHash == oldHash, cancellationToken);
                if (account is null)
                {
                    return (new AccountAnswer.WrongPassword(), null);
                }

                var now = time.GetUtcNow();
                account.SetPassword(hash);
                account.MustChangePassword = false;
                await db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
                db.Tell(accountId, "password", new Actor(accountId, account.DisplayName), now);
                return (new AccountAnswer.Done(accountId), await SessionOpening.OpenAsync(db, account, now, cancellationToken));
            },
            cancellationToken);
    }
}
