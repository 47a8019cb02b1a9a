using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Processes;

/// <summary>
/// A program that a test starts, listens to and kills, and that never outlives the test run: it stands under a small
/// shell which ends it, and clears its folder, as soon as our end of a pipe closes, be it by <c>kill -9</c>.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const string Keeper = """
        trap '' INT TERM HUP
        exec 3<&0
        "$@" </dev/null 3<&- &
        child=$!
        echo "pid $child"
        ( while read -r line <&3; do :; done; kill -"$KEEPER_SIGNAL" "$child" ) >/dev/null 2>&1 &
        watcher=$!
        wait "$child"
        code=$?
        kill -KILL "$watcher" 2>/dev/null
        if [ -n "$KEEPER_FOLDER" ]; then rm -rf -- "$KEEPER_FOLDER"; fi
        exit "$code"
        """;

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<int> _pid = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _keeper;

    private ChildProcess(ProcessStartInfo start)
    {
        _keeper = new Process { StartInfo = start };
        _keeper.OutputDataReceived += (_, line) => Take(line.Data);
        _keeper.ErrorDataReceived += (_, line) => Take(line.Data);
    }

    /// <summary>The id of the program itself, not of the shell above it.</summary>
    public int Pid { get; private set; }

    public bool HasExited => _keeper.HasExited;

    /// <summary>As the shell sees it: 128 + n after signal n.</summary>
    public int ExitCode => _keeper.ExitCode;

    /// <summary>What it has written so far, both streams, in the order of arrival.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public string Log => string.Join('\n', _lines);

    /// <summary>Starts <paramref name="command"/> with its arguments.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Added to ours; a null value takes the variable away.</param>
    /// <param name="workingFolder">Where it runs; ours if not given.</param>
    /// <param name="signal">How it is ended when nobody holds it any more.</param>
    /// <param name="folder">A folder that is removed when it has ended, however that came.</param>
    public static async Task<ChildProcess> StartAsync(
        IEnumerable<string> command,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingFolder = null,
        string signal = "KILL",
        string? folder = null)
    {
        TestRun.Require(Needs.Processes);
        var start = new ProcessStartInfo("bash", ["-c", Keeper, "keeper", .. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        start.Environment["KEEPER_SIGNAL"] = signal;
        start.Environment["KEEPER_FOLDER"] = folder ?? "";

        var child = new ChildProcess(start);
        child._keeper.Start();
        child._keeper.BeginOutputReadLine();
        child._keeper.BeginErrorReadLine();
        child.Pid = await child._pid.Task.WaitAsync(Deadline.Default);
        return child;
    }

    /// <summary>Starts a verb of our own program, <c>worker NAME …</c> or <c>bench NAME …</c>.</summary>
    public static Task<ChildProcess> StartVerbAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        StartAsync(["dotnet", typeof(ChildProcess).Assembly.Location, .. arguments], environment);

    /// <summary>Waits for a line that holds <paramref name="text"/>; fails with the log when the program ends before.</summary>
    public async Task<string> WaitForLineAsync(string text, TimeSpan? deadline = null)
    {
        string? found = null;
        await Eventually.HoldsAsync(
            () =>
            {
                var ended = HasExited;
                found = _lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
                return found is not null || !ended
                    ? found is not null
                    : throw new InvalidOperationException($"Ended with {ExitCode} before it said '{text}':\n{Log}");
            },
            $"a line with '{text}'",
            deadline);
        return found!;
    }

    /// <summary>Ends it without a chance to clean up, as a power cut would, and waits until it is gone.</summary>
    public Task KillAsync() => SignalAsync("KILL");

    /// <summary>Sends a signal (TERM, INT, QUIT, KILL) and waits until the program is gone.</summary>
    public async Task SignalAsync(string signal)
    {
        if (!HasExited)
        {
            using var kill = Process.Start("kill", [$"-{signal}", Pid.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await WaitForExitAsync();
    }

    public async Task<int> WaitForExitAsync(TimeSpan? deadline = null)
    {
        await _keeper.WaitForExitAsync().WaitAsync(deadline ?? Deadline.Default);
        return ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _keeper.StandardInput.Close();
        await WaitForExitAsync();
        _keeper.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (!_pid.Task.IsCompleted && line.StartsWith("pid ", StringComparison.Ordinal))
        {
            _pid.SetResult(int.Parse(line.AsSpan(4), CultureInfo.InvariantCulture));
            return;
        }

        _lines.Enqueue(line);
    }
}
