using System.Globalization;

namespace SlotBooking.Tests;

/// <summary>Holds a folder of its own for one test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private const string Prefix = "slotbooking-";
    private const long EnoughMemory = 1L << 31;
    private static readonly string? Memory = FindMemory();

    public TempFolder() => Path = Directory.CreateTempSubdirectory(Prefix).FullName;

    private TempFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one in memory where the system has enough of it: nothing waits for the disk.</summary>
    public static TempFolder InMemory()
    {
        if (Memory is null)
        {
            return new TempFolder();
        }

        var path = System.IO.Path.Combine(Memory, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");
        return new TempFolder(Directory.CreateDirectory(path).FullName);
    }

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
        if (!Directory.Exists(folder) || new DriveInfo(folder).AvailableFreeSpace < EnoughMemory)
        {
            return null;
        }

        RemoveLeftovers(folder);
        return folder;
    }

    /// <summary>Clears what test processes left that were killed.</summary>
    private static void RemoveLeftovers(string memory)
    {
        foreach (var folder in Directory.EnumerateDirectories(memory, $"{Prefix}*-*"))
        {
            var owner = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out _) || Directory.Exists($"/proc/{owner}"))
            {
                continue;
            }

            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another run is clearing it at this moment: not ours to worry about.
            }
        }
    }
}
