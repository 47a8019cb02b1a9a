namespace SlotBooking.Tests.Processes;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("3", 3)]
    [InlineData("1.5", 1.5)]
    public void The_factor_is_what_the_environment_says(string? text, double expected) => Assert.Equal(expected, Deadline.FactorOf(text));

    [Theory, InlineData("viel"), InlineData("0"), InlineData("-1"), InlineData("1,5"), InlineData("1000")]
    public void What_is_no_factor_is_refused_by_name(string text) =>
        Assert.Contains("TEST_PATIENCE", Assert.Throws<FormatException>(() => Deadline.FactorOf(text)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_condition_that_never_holds_fails_at_its_deadline_by_name()
    {
        var error = await Assert.ThrowsAsync<TimeoutException>(
            () => Eventually.HoldsAsync(() => false, "pigs fly", TimeSpan.FromMilliseconds(50)));

        Assert.Contains("pigs fly", error.Message, StringComparison.Ordinal);
    }
}
