using Microsoft.EntityFrameworkCore;

namespace SlotBooking.Core.Persistence;

/// <summary>Brings the database up to the current schema; runs at every start, in every process, one at a time.</summary>
/// <remarks>
/// On SQLite a file beside the database is the lock: the operating system frees it when its holder dies,
/// while EF's own lock row would stay behind after a crash and stop every later start.
/// </remarks>
public sealed class DatabaseStarter(IDbContextFactory<SlotBookingDb> contexts, DatabaseTarget target)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Creates the folder and the database where they are missing and applies what is pending.</summary>
    /// <exception cref="ConfigurationException">The folder cannot be written or the database cannot be reached.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var filelock = await TakeFileLockAsync(cancellationToken);
        try
        {
            await BringUpAsync(cancellationToken);
        }
        catch (Exception exception) when (DatabaseTrouble.Sentence(exception, target) is not null)
        {
            throw new ConfigurationException(DatabaseTrouble.Sentence(exception, target)!);
        }
    }

    private async Task BringUpAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (target.IsSqlite)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellationToken);
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    private async Task<FileStream?> TakeFileLockAsync(CancellationToken cancellationToken)
    {
        if (target.File is not { } file)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new FileStream(file + ".start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException)
            {
                throw new ConfigurationException($"Der Ordner „{folder}“ lässt sich nicht beschreiben. Gib dem Programm Schreibrechte oder wähle mit PERSIST_BASE einen anderen.");
            }
            catch (IOException) when (Directory.Exists(folder) && TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            }
            catch (IOException)
            {
                throw new ConfigurationException($"Der Ordner „{folder}“ lässt sich nicht anlegen oder ist gesperrt. Prüfe PERSIST_BASE.");
            }
        }
    }
}
