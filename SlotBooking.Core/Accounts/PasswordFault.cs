namespace SlotBooking.Core.Accounts;

/// <summary>Why a password is not taken.</summary>
public enum PasswordFault
{
    /// <summary>Shorter than <see cref="PasswordRules.MinLength"/>.</summary>
    TooShort,

    /// <summary>Longer than <see cref="PasswordRules.MaxLength"/>.</summary>
    TooLong,

    /// <summary>On the list of common ones, or one of them with digits behind it, or a mere pattern.</summary>
    Common,

    /// <summary>The user name, with or without digits behind it.</summary>
    LikeName,
}
