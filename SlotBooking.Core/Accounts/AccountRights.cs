using SlotBooking.Core.Events;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Accounts;

/// <summary>What an account may do now, as the database says in the transaction that is about to write.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserName">The name it signs in with; what the calendar's „Booked by“ line says.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Roles">Its roles; none when it is disabled or has to change its password first.</param>
public sealed record AccountRights(Guid AccountId, string UserName, string DisplayName, IReadOnlySet<string> Roles)
{
    private static readonly IReadOnlySet<string> NoRoles = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether it has the role, or is an admin.</summary>
    public bool May(string role) => Roles.Contains(role) || IsAdmin;

    /// <summary>Whether it is an admin.</summary>
    public bool IsAdmin => Roles.Contains(Accounts.Roles.Admin);

    /// <summary>The rights of several accounts; unknown ones are missing.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AccountRights>> ReadAsync(
        SlotBookingDb db, IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken)
    {
        var trip = new RoundTrip(db);
        var rows = Ask(trip, accountIds);
        await trip.SendAsync(cancellationToken);
        return Of(rows);
    }

    /// <summary>Asks for the rights of several accounts, one row for each of their roles; <see cref="Of"/> reads them.</summary>
    internal static List<(AccountRights Account, string? Role)> Ask(RoundTrip trip, IReadOnlyCollection<Guid> accountIds) => trip.Ask(
        $"""
        SELECT a."Id", a."UserName", a."DisplayName", r."Name", a."DisabledAt" IS NOT NULL OR a."MustChangePassword"
        FROM {trip.Find(trip.Each(accountIds), "accounts", "a", "a.\"Id\" = wanted.value")}
        LEFT JOIN account_roles AS ar ON ar."UserId" = a."Id"
        LEFT JOIN roles AS r ON r."Id" = ar."RoleId"
        """,
        reader => (
            new AccountRights(reader.GetGuid(0), reader.IsDBNull(1) ? "" : reader.GetString(1), reader.GetString(2), NoRoles),
            reader.IsDBNull(3) || reader.GetBoolean(4) ? null : reader.GetString(3)));

    /// <summary>The rights that the rows say.</summary>
    internal static IReadOnlyDictionary<Guid, AccountRights> Of(List<(AccountRights Account, string? Role)> rows) =>
        rows.GroupBy(row => row.Account.AccountId).ToDictionary(
            group => group.Key,
            group => group.First().Account with { Roles = group.Select(row => row.Role).OfType<string>().ToHashSet(StringComparer.Ordinal) });

    /// <summary>Whether the actor is an active account with one of the roles (the product itself always may).</summary>
    public static async Task<bool> HasAnyAsync(
        SlotBookingDb db, Actor actor, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } id)
        {
            return true;
        }

        var rights = await ReadAsync(db, [id], cancellationToken);
        return rights.TryGetValue(id, out var mine) && roles.Any(mine.Roles.Contains);
    }
}
