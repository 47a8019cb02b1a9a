namespace SlotBooking.Tests;

/// <summary>Holds a folder of its own for one test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private const long EnoughMemory = 1L << 31;
    private static readonly string? Memory = FindMemory();

    public TempFolder() => Path = Directory.CreateTempSubdirectory("slotbooking-").FullName;

    private TempFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one in memory where the system has enough of it: nothing waits for the disk.</summary>
    public static TempFolder InMemory() => Memory is not null
        ? new TempFolder(Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"slotbooking-{Environment.ProcessId}-{Guid.NewGuid():N}")).FullName)
        : new TempFolder();

    /// <summary>Makes one in memory that nobody disposes: it goes when the test process ends.</summary>
    public static TempFolder UntilTheRunEnds()
    {
        var folder = InMemory();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Finds the folder that <c>test.sh</c> made and clears (<c>TEST_MEMORY</c>), else the system's own.</summary>
    private static string? FindMemory()
    {
        var folder = Environment.GetEnvironmentVariable("TEST_MEMORY") is { Length: > 0 } own ? own : "/dev/shm";
        return Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace >= EnoughMemory ? folder : null;
    }
}
