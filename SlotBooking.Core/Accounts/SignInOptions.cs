using System.ComponentModel.DataAnnotations;

namespace SlotBooking.Core.Accounts;

/// <summary>Limits of the sign-in; section <c>SignIn</c>.</summary>
public sealed class SignInOptions
{
    /// <summary>Failures after which an account is locked.</summary>
    [Range(1, 100, ErrorMessage = "SignIn:Failures muss eine ganze Zahl von 1 bis 100 sein.")]
    public int Failures { get; set; } = 5;

    /// <summary>Minutes that a lock lasts.</summary>
    [Range(1, 1440, ErrorMessage = "SignIn:LockMinutes muss eine ganze Zahl von 1 bis 1440 sein.")]
    public int LockMinutes { get; set; } = 15;

    /// <summary>How many sign-ins may wait for their turn; whoever comes then is asked to try again. A whole office at nine o'clock fits.</summary>
    [Range(1, 10_000, ErrorMessage = "SignIn:Waiting muss eine ganze Zahl von 1 bis 10000 sein.")]
    public int Waiting { get; set; } = 200;

    /// <summary>Sign-ins from one address in one go; a whole office shares one address.</summary>
    [Range(1, 100_000, ErrorMessage = "SignIn:PerAddressBurst muss eine ganze Zahl von 1 bis 100000 sein.")]
    public int PerAddressBurst { get; set; } = 600;

    /// <summary>Sign-ins from one address per minute in the long run.</summary>
    [Range(1, 100_000, ErrorMessage = "SignIn:PerAddressMinute muss eine ganze Zahl von 1 bis 100000 sein.")]
    public int PerAddressMinute { get; set; } = 120;
}
