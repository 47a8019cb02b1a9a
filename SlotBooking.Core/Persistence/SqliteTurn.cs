namespace SlotBooking.Core.Persistence;

/// <summary>Lets the processes that write to one SQLite file take turns.</summary>
/// <remarks>
/// SQLite wakes nobody who waits for its lock: a process that writes without a pause would keep the others out until they give up.
/// Who wants to begin holds a file beside the database until it has begun, so whoever has just finished stands behind those who wait.
/// The operating system frees the file when its holder dies.
/// </remarks>
internal sealed class SqliteTurn(string database)
{
    private const int LongestPause = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _file = database + ".turn";

    /// <summary>Waits for the turn; dispose it when the transaction has begun. Null after much patience: then it is tried without.</summary>
    public async Task<IDisposable?> TakeAsync(CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            try
            {
                return new FileStream(_file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException)
            {
                // Somebody else is about to begin.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, LongestPause)), TimeProvider.System, cancellationToken);
            }
        }

        return null;
    }
}
