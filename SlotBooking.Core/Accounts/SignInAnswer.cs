namespace SlotBooking.Core.Accounts;

/// <summary>What a sign-in leads to. Only the first tells anything about the account.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer()
    {
    }

    /// <summary>Signed in.</summary>
    /// <param name="Person">Who it is.</param>
    public sealed record Welcome(SignedIn Person) : SignInAnswer;

    /// <summary>Name or password is wrong, or the account may not sign in.</summary>
    public sealed record Wrong : SignInAnswer;

    /// <summary>Too many failures for this name, existing or not.</summary>
    public sealed record Locked : SignInAnswer;

    /// <summary>Too many people sign in right now.</summary>
    public sealed record Busy : SignInAnswer;
}

/// <summary>A session with what the cookie says about its person.</summary>
/// <param name="SessionId">The session's row.</param>
/// <param name="AccountId">The account.</param>
/// <param name="UserName">What is typed at the sign-in.</param>
/// <param name="DisplayName">The name as staff write it.</param>
/// <param name="Roles">Stored role names; a change of roles ends the session, so they stay true.</param>
/// <param name="MustChangePassword">True: nothing is allowed but changing the password.</param>
public sealed record SignedIn(
    Guid SessionId, Guid AccountId, string UserName, string DisplayName, IReadOnlyList<string> Roles, bool MustChangePassword);
