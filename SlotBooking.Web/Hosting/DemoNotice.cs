namespace SlotBooking.Web.Hosting;

/// <summary>What the sign-in page tells in demo mode. Without a password there is no demo and nothing is shown.</summary>
public sealed class DemoNotice
{
    /// <summary>The password that all demo accounts share; null outside demo mode.</summary>
    public string? Password { get; set; }

    /// <summary>User names to try, the first of each role.</summary>
    public IReadOnlyList<DemoAccount> Accounts { get; set; } = [];
}

/// <param name="UserName">What is typed at the sign-in.</param>
/// <param name="Role">The role in the words of the office, such as "Telefonistin".</param>
public sealed record DemoAccount(string UserName, string Role);
