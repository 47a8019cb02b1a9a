namespace SlotBooking.Tests.Processes;

/// <summary>Says <c>ready</c> and lives until it is killed; what the tests of <see cref="ChildProcess"/> start.</summary>
internal static class IdleWorker
{
    public static async Task<int> RunAsync(string[] args)
    {
        await Console.Out.WriteLineAsync(string.Join(' ', ["ready", .. args]));
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
