using SlotBooking.Core.Accounts;

namespace SlotBooking.Core.Demo;

/// <summary>Somebody of the demo office; invented.</summary>
/// <param name="UserName">What is typed at the sign-in.</param>
/// <param name="DisplayName">The name as staff write it.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
public sealed record DemoPerson(string UserName, string DisplayName, string Role);

/// <summary>The people of the demo office.</summary>
public static class DemoPeople
{
    /// <summary>An admin, agents, consultants.</summary>
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("admin", "Astrid Vogel", Roles.Admin),
        new("anna", "Anna Richter", Roles.Agent),
        new("ben", "Ben Hartmann", Roles.Agent),
        new("mia", "Mia Lorenz", Roles.Agent),
        new("mehmet", "Mehmet Aydin", Roles.Agent),
        new("julia", "Julia Brandt", Roles.Agent),
        new("lukas", "Lukas Seidel", Roles.Agent),
        new("nora", "Nora Winkler", Roles.Agent),
        new("clara", "Clara Neumann", Roles.Consultant),
        new("henrik", "Henrik Paulsen", Roles.Consultant),
        new("sophie", "Sophie Albers", Roles.Consultant),
        new("tarek", "Tarek Mansour", Roles.Consultant),
        new("mareike", "Mareike Thiel", Roles.Consultant),
        new("jonas", "Jonas Feldmann", Roles.Consultant),
    ];

    /// <summary>Gets their accounts as they are made, without passwords.</summary>
    public static IReadOnlyList<NewAccount> Accounts =>
        [.. All.Select(person => new NewAccount(person.UserName, person.DisplayName, "", [person.Role], MustChangePassword: false))];
}

/// <summary>Fills the demo office with more than people: consultants, readiness, bookings. Called once, right after the demo accounts were made; all that are registered, in that order.</summary>
public interface IDemoSeeder
{
    /// <summary>Fills its part; the accounts of <see cref="DemoPeople"/> exist, found by user name.</summary>
    /// <param name="accounts">Account ids by user name.</param>
    /// <param name="cancellationToken">The start is being stopped.</param>
    Task SeedAsync(IReadOnlyDictionary<string, Guid> accounts, CancellationToken cancellationToken);
}
