namespace SlotBooking.Tests.Architecture;

/// <summary>The compiled projects beside this program, read once.</summary>
internal static class CompiledProjects
{
    private static readonly Lazy<IReadOnlyCollection<TypeArrow>> ReadCore = new(() => ArrowReader.Read(FileOf("SlotBooking.Core.dll")));

    private static readonly Lazy<IReadOnlyCollection<TypeArrow>> ReadWeb = new(() => ArrowReader.Read(FileOf("SlotBooking.Web.dll")));

    public static IReadOnlyCollection<TypeArrow> Core => ReadCore.Value;

    public static IReadOnlyCollection<TypeArrow> Web => ReadWeb.Value;

    private static string FileOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly);
}
