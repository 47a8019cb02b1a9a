using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>The pieces of which every change to accounts is made, for use inside a transaction.</summary>
internal static class AccountMaking
{
    public static Account Make(NewAccount wish, string passwordHash, ILookupNormalizer normalizer, DateTimeOffset now)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = wish.UserName,
            NormalizedUserName = normalizer.NormalizeName(wish.UserName),
            DisplayName = string.IsNullOrWhiteSpace(wish.DisplayName) ? wish.UserName : wish.DisplayName.Trim(),
            MustChangePassword = wish.MustChangePassword,
            LockoutEnabled = true,
            CreatedAt = now,
        };
        account.SetPassword(passwordHash);
        return account;
    }

    public static void SetPassword(this Account account, string hash)
    {
        account.PasswordHash = hash;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public static async Task AddAsync(SlotBookingDb db, Account account, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        // The work of a transaction may run twice; the account is the same object each time.
        db.Users.Add(account);
        await LinkAsync(db, account, roles, cancellationToken);
    }

    public static async Task LinkAsync(SlotBookingDb db, Account account, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        foreach (var role in await db.Roles.Where(r => roles.Contains(r.Name!)).ToListAsync(cancellationToken))
        {
            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = role.Id });
        }
    }

    /// <summary>Tells the log what happened to which account, and by whom: an account, or the console.</summary>
    public static void Tell(this SlotBookingDb db, Guid accountId, string change, Actor author, DateTimeOffset now) =>
        db.Events.Add(new OfficeEvent
        {
            Kind = EventKinds.AccountChanged,
            At = now,
            AccountId = author.AccountId,
            Detail = JsonSerializer.Serialize(new { account = accountId, change, by = author.AccountId is null ? author.Name : null }),
        });
}
