namespace SlotBooking.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public TempFolder() => Path = Directory.CreateTempSubdirectory("slotbooking-").FullName;

    private TempFolder(string path) => Path = path;

    /// <summary>In memory where the system has such a place: nothing waits for the disk.</summary>
    public static TempFolder InMemory() => Directory.Exists(Memory)
        ? new TempFolder(Directory.CreateDirectory(System.IO.Path.Combine(Memory, $"slotbooking-{Guid.NewGuid():N}")).FullName)
        : new TempFolder();

    public string Path { get; }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
