namespace SlotBooking.Core.Accounts;

/// <summary>Which user names are possible.</summary>
public static class UserNames
{
    /// <summary>The longest user name.</summary>
    public const int MaxLength = 64;

    /// <summary>True for names that can be typed and listed: printable, no comma or colon (they part USERLIST), no blank at either end.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= MaxLength && name.Trim().Length == name.Length && !name.Any(c => c is ',' or ':' || char.IsControl(c));
}
