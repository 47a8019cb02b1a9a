using SlotBooking.Web.Hosting;

namespace SlotBooking.Tests.Web.Hosting;

public sealed class StartLineTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("--urls http://localhost:1 --Calendar:SyncSeconds=5", "--urls http://localhost:1 --Calendar:SyncSeconds=5", "")]
    [InlineData("--environment Production users list", "--environment Production", "users list")]
    [InlineData("users add anna --role admin --environment Production", "--environment Production", "users add anna --role admin")]
    [InlineData("jobs run availability --Calendar:SyncSeconds 5", "--Calendar:SyncSeconds 5", "jobs run availability")]
    [InlineData("--help", "", "--help")]
    [InlineData("unknown", "", "unknown")]
    public void Settings_and_the_words_of_a_verb_are_told_apart(string line, string settings, string verb)
    {
        var read = StartLine.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((settings, verb), (string.Join(' ', read.Settings), string.Join(' ', read.Verb)));
    }
}
