using Microsoft.AspNetCore.Identity;

namespace SlotBooking.Core.Accounts;

/// <summary>What an account may do; the three names are in <see cref="Roles"/>.</summary>
public sealed class Role : IdentityRole<Guid>;

/// <summary>The three roles by their stored names.</summary>
public static class Roles
{
    /// <summary>Phones leads and books them.</summary>
    public const string Agent = "agent";

    /// <summary>Holds appointments; sets readiness for herself.</summary>
    public const string Consultant = "consultant";

    /// <summary>Looks after people, capacity, blocks and reports; may do whatever the others may.</summary>
    public const string Admin = "admin";

    /// <summary>All roles, in the order they are shown.</summary>
    public static readonly IReadOnlyList<string> All = [Agent, Consultant, Admin];
}
