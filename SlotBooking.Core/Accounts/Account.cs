using Microsoft.AspNetCore.Identity;

namespace SlotBooking.Core.Accounts;

/// <summary>A person who signs in: agent, consultant or admin. Passwords are stored as PBKDF2 hashes only.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name as staff write it, first name first („Anna Richter“).</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>True while the password was given by somebody else or is too short: the next sign-in leads to changing it.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When the account was switched off, or null while it may sign in. Disabled accounts keep their history.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When somebody last signed in with it; null before the first time.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
