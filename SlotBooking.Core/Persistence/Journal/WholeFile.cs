namespace SlotBooking.Core.Persistence.Journal;

/// <summary>Publishes a file so that a reader sees the old content or the new one, whole, whenever the power fails.</summary>
public static class WholeFile
{
    /// <summary>Replaces the file, unless it already has this content: then it is not touched.</summary>
    /// <returns>True when the file was written.</returns>
    /// <exception cref="IOException">The folder or disk refused; the old file stands as it was.</exception>
    public static async Task<bool> PublishAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (await HasContentAsync(path, content, cancellationToken))
        {
            return false;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(content, cancellationToken);
                stream.Flush(flushToDisk: true); // before the rename: else a power cut may leave the new name on an empty file
            }

            File.Move(draft, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static async Task<bool> HasContentAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        File.Exists(path)
        && new FileInfo(path).Length == content.Length
        && (await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().SequenceEqual(content.Span);
}
