namespace SlotBooking.Core.Accounts;

/// <summary>What comes of a change to an account.</summary>
public abstract record AccountAnswer
{
    private AccountAnswer()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="AccountId">The account.</param>
    public sealed record Done(Guid AccountId) : AccountAnswer;

    /// <summary>There is no account of this name.</summary>
    public sealed record Unknown : AccountAnswer;

    /// <summary>The name is in use; upper and lower case make no difference.</summary>
    public sealed record NameTaken : AccountAnswer;

    /// <summary>The name is empty, too long or holds characters that are not allowed.</summary>
    public sealed record BadName : AccountAnswer;

    /// <summary>There is no such role.</summary>
    public sealed record BadRole : AccountAnswer;

    /// <summary>Nobody would be left who may administrate.</summary>
    public sealed record LastAdmin : AccountAnswer;

    /// <summary>The old password is wrong.</summary>
    public sealed record WrongPassword : AccountAnswer;

    /// <summary>The new password is the old one.</summary>
    public sealed record SamePassword : AccountAnswer;

    /// <summary>The new password is not taken.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record BadPassword(PasswordFault Fault) : AccountAnswer;
}
