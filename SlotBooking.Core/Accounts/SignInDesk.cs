using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>Checks name and password and opens a session.</summary>
/// <remarks>
/// Each try is reserved in the database before the password is looked at, so that any number of parallel tries, on any number
/// of nodes, gets no more than the allowed number of looks. Unknown and disabled names cost the same work and get the same answers.
/// </remarks>
public sealed partial class SignInDesk(
    Database database,
    PasswordHashing hashing,
    ILookupNormalizer normalizer,
    IOptions<SignInOptions> options,
    IOptions<SessionLimits> sessions,
    TimeProvider time,
    ILogger<SignInDesk> logger) : IDisposable
{
    private readonly SignInOptions _options = options.Value;
    private readonly FailedTries _tries = new(options.Value.Failures, TimeSpan.FromMinutes(options.Value.LockMinutes));
    private readonly NameTurns _turns = new();
    private int _waiting;

    /// <summary>Tries to sign in.</summary>
    public async Task<SignInAnswer> TryAsync(string userName, string password, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > _options.Waiting)
        {
            Interlocked.Decrement(ref _waiting);
            return new SignInAnswer.Busy();
        }

        try
        {
            var name = normalizer.NormalizeName(userName.Trim()) ?? "";
            using var turn = await _turns.EnterAsync(name, cancellationToken);
            return await InTurnAsync(name, password, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Starts counting failures anew: an account has changed, perhaps a lock was lifted. The lock that counts is in the database and stays.</summary>
    public void Doubt() => _tries.ForgetAll();

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private async Task<SignInAnswer> InTurnAsync(string name, string password, CancellationToken cancellationToken)
    {
        if (_tries.IsLocked(name, time.GetUtcNow()))
        {
            return new SignInAnswer.Locked();
        }

        var reserved = await ReserveAsync(name, cancellationToken);
        if (await hashing.VerifyAsync(reserved?.PasswordHash, password, cancellationToken) &&
            await OpenAsync(reserved!, cancellationToken) is { } person)
        {
            _tries.Forget(name);
            LogSignedIn(person.AccountId);
            return new SignInAnswer.Welcome(person);
        }

        var now = time.GetUtcNow();
        _tries.Failed(name, now);
        LogRefused(reserved?.Id);
        return _tries.IsLocked(name, now) ? new SignInAnswer.Locked() : new SignInAnswer.Wrong();
    }

    /// <summary>Takes one of the tries that are left; null when there is no such account, it is switched off, or it is locked.</summary>
    private Task<Account?> ReserveAsync(string name, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async db =>
            {
                var now = time.GetUtcNow();
                var account = db.Users.Where(a => a.NormalizedUserName == name && a.DisabledAt == null);
                await account.Where(a => a.LockoutEnd <= now).ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0), cancellationToken);
                var taken = await account.Where(a => a.LockoutEnd == null && a.AccessFailedCount < _options.Failures).ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), cancellationToken);
                if (taken == 0)
                {
                    return null;
                }

                // The last try locks before it is looked at; being right unlocks.
                var until = now.AddMinutes(_options.LockMinutes);
                await account.Where(a => a.AccessFailedCount >= _options.Failures).ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.LockoutEnd, until), cancellationToken);
                return await account.AsNoTracking().SingleAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Opens a session; null when the account was switched off or got another password in the meantime.</summary>
    private Task<SignedIn?> OpenAsync(Account checkedAccount, CancellationToken cancellationToken) =>
        database.WriteAsync<SignedIn?>(
            async db =>
            {
                var now = time.GetUtcNow();
                var account = await db.Users.SingleOrDefaultAsync(
                    a => a.Id == checkedAccount.Id && a.DisabledAt == null && a.PasswordHash == checkedAccount.PasswordHash, cancellationToken);
                if (account is null)
                {
                    return null;
                }

                account.AccessFailedCount = 0;
                account.LockoutEnd = null;
                account.LastSignInAt = now;
                var oldest = now.AddHours(-sessions.Value.AbsoluteHours);
                await db.Sessions.Where(s => s.StartedAt < oldest).ExecuteDeleteAsync(cancellationToken);
                return await SessionOpening.OpenAsync(db, account, now, cancellationToken);
            },
            cancellationToken);

    [LoggerMessage(LogLevel.Information, "Account {AccountId} signed in")]
    private partial void LogSignedIn(Guid accountId);

    [LoggerMessage(LogLevel.Information, "A sign-in was refused (account {AccountId})")]
    private partial void LogRefused(Guid? accountId);
}
