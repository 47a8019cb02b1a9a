namespace SlotBooking.Tests.Architecture;

/// <summary>The folders of SlotBooking.Web.</summary>
internal static class WebFolders
{
    /// <summary>Program, App and Routes.</summary>
    public const string Top = "App";

    /// <summary>Names the folder of a type of the pages; none for types of others.</summary>
    public static string? Of(TypeName type) => type.Namespace.Split('.') switch
    {
        [""] => type.Name == "Program" ? Top : null,
        ["SlotBooking", "Web"] => Top,
        ["SlotBooking", "Web", "Features", "Admin", var page, ..] => $"Features/Admin/{page}",
        ["SlotBooking", "Web", "Features", var feature, ..] => $"Features/{feature}",
        ["SlotBooking", "Web", var folder, ..] => folder,
        _ => null,
    };

    /// <summary>Names the folder, or for types of others the namespace.</summary>
    public static string? OfAny(TypeName type) => Of(type) ?? type.Namespace;

    public static bool IsFeature(string folder) => folder.StartsWith("Features/", StringComparison.Ordinal);
}
