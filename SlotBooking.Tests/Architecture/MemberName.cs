namespace SlotBooking.Tests.Architecture;

/// <summary>Turns the names that a compiler gives into those that were written; empty where nothing was written.</summary>
internal static class MemberName
{
    private const string CapturedScope = "CS$";

    private static readonly string[] Accessors = ["get_", "set_", "add_", "remove_"];

    /// <summary>Names the member that a generated type was made for ("&lt;SaveAsync&gt;d__4" is SaveAsync).</summary>
    public static string OfGeneratedType(string typeName) => typeName.StartsWith('<') ? Inner(typeName) : "";

    public static string Of(string memberName)
    {
        if (memberName.StartsWith(CapturedScope, StringComparison.Ordinal))
        {
            return "";
        }

        var name = memberName.StartsWith('<') ? Inner(memberName) : memberName[(memberName.LastIndexOf('.') + 1)..];
        var accessor = Accessors.FirstOrDefault(start => name.StartsWith(start, StringComparison.Ordinal)) ?? "";
        return name[accessor.Length..];
    }

    /// <summary>Reads the first name in angle brackets; one that begins with a digit is a cache of the compiler's.</summary>
    private static string Inner(string name) =>
        name.TrimStart('<').Split('>')[0] is { Length: > 0 } inner && !char.IsAsciiDigit(inner[0]) ? inner : "";
}
