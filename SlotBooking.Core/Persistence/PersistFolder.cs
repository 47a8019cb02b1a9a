namespace SlotBooking.Core.Persistence;

/// <summary>The folder that outlives a deployment: the database on SQLite, published files.</summary>
/// <param name="Path">Absolute.</param>
public sealed record PersistFolder(string Path)
{
    /// <summary>Where it is: as asked, else beside the solution that holds the program, else in the program's own folder.</summary>
    public static PersistFolder From(string? asked, string programFolder)
    {
        if (!string.IsNullOrWhiteSpace(asked))
        {
            return new PersistFolder(System.IO.Path.GetFullPath(asked));
        }

        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SlotBooking.sln")))
            {
                return new PersistFolder(System.IO.Path.Combine(folder.FullName, "persist"));
            }
        }

        return new PersistFolder(System.IO.Path.Combine(System.IO.Path.GetFullPath(programFolder), "persist"));
    }
}
