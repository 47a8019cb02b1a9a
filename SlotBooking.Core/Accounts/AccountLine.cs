namespace SlotBooking.Core.Accounts;

/// <summary>An account as lists show it.</summary>
/// <param name="Id">The account.</param>
/// <param name="UserName">What is typed at the sign-in.</param>
/// <param name="DisplayName">The name as staff write it.</param>
/// <param name="Roles">Stored role names.</param>
/// <param name="IsDisabled">Switched off.</param>
/// <param name="IsLocked">Locked after failures, for some minutes.</param>
/// <param name="MustChangePassword">The next sign-in leads to changing the password.</param>
/// <param name="LastSignInAt">Null before the first time.</param>
public sealed record AccountLine(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, bool IsDisabled, bool IsLocked, bool MustChangePassword, DateTimeOffset? LastSignInAt);

/// <summary>An account to be made.</summary>
/// <param name="UserName">Up to 64 characters; no comma, no colon, no blank at either end.</param>
/// <param name="DisplayName">The name as staff write it; the user name when empty.</param>
/// <param name="Password">Checked by <see cref="PasswordRules"/>.</param>
/// <param name="Roles">One or more of <see cref="Accounts.Roles"/>.</param>
/// <param name="MustChangePassword">True when somebody else knows the password.</param>
public sealed record NewAccount(string UserName, string? DisplayName, string Password, IReadOnlyList<string> Roles, bool MustChangePassword);
