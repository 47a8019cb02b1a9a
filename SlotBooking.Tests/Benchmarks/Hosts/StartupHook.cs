/// <summary>
/// Loads this assembly into a host that is measured, before its Main: <c>DOTNET_STARTUP_HOOKS</c>. The runtime wants it by this name and without a
/// namespace. The host then finds <see cref="SlotBooking.Tests.Benchmarks.Hosts.ProbeStartup"/> in it.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
    }
}
