using System.Text;
using SlotBooking.Core.Persistence.Journal;

namespace SlotBooking.Tests.Persistence.Journal;

public sealed class WholeFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File1 => Path.Combine(_folder.Path, "static", "a.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_makes_the_folder_and_leaves_nothing_but_the_file()
    {
        Assert.True(await PublishAsync("{}"));

        Assert.Equal("{}", await File.ReadAllTextAsync(File1));
        Assert.Equal([File1], Directory.GetFileSystemEntries(Path.GetDirectoryName(File1)!));
    }

    [Fact]
    public async Task The_same_content_again_does_not_touch_the_file()
    {
        await PublishAsync("{\"a\":1}");
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(File1, old);

        Assert.False(await PublishAsync("{\"a\":1}"));
        Assert.Equal(old, File.GetLastWriteTimeUtc(File1));

        Assert.True(await PublishAsync("{\"a\":2}"));
        Assert.NotEqual(old, File.GetLastWriteTimeUtc(File1));
    }

    [Fact]
    public async Task Readers_see_the_old_content_or_the_new_one_and_never_a_part()
    {
        var contents = new[] { new string('a', 300_000), new string('b', 300_000) };
        await PublishAsync(contents[0]);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                await PublishAsync(contents[n % 2]);
            }
        });

        for (var n = 0; n < 300; n++)
        {
            Assert.Contains(await File.ReadAllTextAsync(File1), contents);
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_refused_write_leaves_the_old_file_and_no_draft()
    {
        await PublishAsync("old");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WholeFile.PublishAsync(File1, "newer"u8.ToArray(), cancelled.Token));

        Assert.Equal("old", await File.ReadAllTextAsync(File1));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(File1)!));
    }

    private Task<bool> PublishAsync(string text) => WholeFile.PublishAsync(File1, Encoding.UTF8.GetBytes(text), CancellationToken.None);
}
