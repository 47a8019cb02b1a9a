using System.Diagnostics;
using System.Globalization;

namespace SlotBooking.Tests.Persistence;

/// <summary>The PostgreSQL that is installed here, and how to run it: it refuses root, so root hands it to the user postgres.</summary>
internal sealed record PostgresProgram(string BinFolder)
{
    private const string ServiceUser = "postgres";

    /// <summary>The newest version below /usr/lib/postgresql, else the one on the PATH.</summary>
    public static PostgresProgram Find() => Find("/usr/lib/postgresql", Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static PostgresProgram Find(string versions, string path)
    {
        var installed = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var bin = installed.Concat(path.Split(':')).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
        return bin is null
            ? throw new InvalidOperationException("PostgreSQL is not installed. `bash test.sh` installs it, or: apt-get install postgresql")
            : new PostgresProgram(bin);
    }

    public IEnumerable<string> Command(string program, IEnumerable<string> arguments) =>
        [.. AsServiceUser(), Path.Combine(BinFolder, program), .. arguments];

    /// <summary>Lets PostgreSQL own the folder; nobody else may look into it.</summary>
    public static async Task HandOverAsync(string folder)
    {
        await RunToEndAsync("chmod", ["700", folder], "/");
        if (Environment.IsPrivilegedProcess)
        {
            await RunToEndAsync("chown", [ServiceUser, folder], "/");
        }
    }

    public Task RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var command = Command(program, arguments).ToList();
        return RunToEndAsync(command[0], command.Skip(1), folder);
    }

    // setpriv becomes the program instead of standing above it, so a signal reaches PostgreSQL itself.
    private static string[] AsServiceUser() => Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={ServiceUser}", $"--regid={ServiceUser}", "--init-groups", "--"]
        : [];

    private static async Task RunToEndAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output}{await errors}");
        }
    }
}
