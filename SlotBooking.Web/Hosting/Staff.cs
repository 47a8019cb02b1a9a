using System.Security.Claims;

namespace SlotBooking.Web.Hosting;

/// <summary>How the frame names the person who is signed in.</summary>
public static class Staff
{
    /// <summary>The claim that holds "Vorname Nachname"; without it the user name stands in.</summary>
    public const string DisplayNameClaim = "display_name";

    public static string NameOf(ClaimsPrincipal user) =>
        user.FindFirstValue(DisplayNameClaim) is { Length: > 0 } name ? name : user.Identity?.Name ?? "";

    /// <summary>Two letters at most: those of the first and the last word.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => "?",
            [var only] => only[..Math.Min(2, only.Length)].ToUpperInvariant(),
            [var first, .., var last] => $"{char.ToUpperInvariant(first[0])}{char.ToUpperInvariant(last[0])}",
        };
    }

    /// <summary>The role in the words of the office; the highest if there are several.</summary>
    public static string RoleOf(ClaimsPrincipal user) =>
        user.IsInRole("admin") ? "Admin" : user.IsInRole("consultant") ? "Berater" : user.IsInRole("agent") ? "Telefonist" : "";
}
