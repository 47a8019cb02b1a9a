using SlotBooking.Tests.Selection;

namespace SlotBooking.Tests.Processes;

[Trait(Needs.Trait, Needs.Processes)]
public sealed class ChildProcessTests
{
    [Fact]
    public async Task A_worker_speaks_and_is_gone_after_the_kill()
    {
        await using var worker = await ChildProcess.StartVerbAsync(["worker", "idle", "with", "words"]);

        await worker.WaitForLineAsync("ready with words");
        Assert.True(Directory.Exists($"/proc/{worker.Pid}"));
        await worker.KillAsync();

        Assert.Equal(128 + 9, worker.ExitCode);
        Assert.False(Directory.Exists($"/proc/{worker.Pid}"));
    }

    [Fact]
    public async Task Nobody_holding_it_any_more_ends_it_and_clears_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("slotbooking-test-").FullName;
        var child = await ChildProcess.StartAsync(["sleep", "600"], folder: folder);

        await child.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{child.Pid}"));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_program_that_ends_too_early_fails_the_wait_with_its_log()
    {
        await using var child = await ChildProcess.StartAsync(["bash", "-c", "echo broken; exit 3"]);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => child.WaitForLineAsync("ready"));

        Assert.Contains("Ended with 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("broken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_verb_is_explained()
    {
        await using var child = await ChildProcess.StartVerbAsync(["worker", "nobody-knows-me"]);

        Assert.Equal(2, await child.WaitForExitAsync());
        Assert.Contains("idle", child.Log, StringComparison.Ordinal);
    }
}
