using Microsoft.AspNetCore.Identity;
using SlotBooking.Core.Accounts;

namespace SlotBooking.Tests.Accounts;

/// <summary>Instead of 220,000 rounds: remembers how often a password was looked at.</summary>
internal sealed class CountingHasher : IPasswordHasher<Account>
{
    private int _looks;

    /// <summary>How many passwords were held against a real hash.</summary>
    public int Looks => _looks;

    /// <summary>How many passwords were held against anything: the work that a visitor could measure.</summary>
    public int Work { get; private set; }

    public string HashPassword(Account user, string password) => "hash of " + password;

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Work++;
        if (hashedPassword.StartsWith("hash of ", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _looks);
        }

        return hashedPassword == "hash of " + providedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }
}
