using SlotBooking.Core.Jobs;

namespace SlotBooking.Tests.Jobs;

public sealed class DueWindowsTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Ten.AddMinutes(20);

    private static readonly AJob NewestOnly = new() { CatchUp = CatchUp.NewestOnly };
    private static readonly AJob EachWindow = new() { CatchUp = CatchUp.EachWindow };

    [Fact]
    public void A_new_installation_begins_with_the_newest_window_and_has_missed_nothing_before()
    {
        Assert.Equal([Ten], DueWindows.Of(NewestOnly, [], Now));
        Assert.Equal([Ten], DueWindows.Of(EachWindow, [], Now));
    }

    [Fact]
    public void A_window_that_is_done_is_not_due_again()
    {
        Assert.Empty(DueWindows.Of(NewestOnly, [Row(Ten, JobState.Done)], Now));
        Assert.Empty(DueWindows.Of(EachWindow, [Row(Ten, JobState.Done)], Now));
    }

    [Fact]
    public void After_a_pause_of_the_server_each_missed_window_is_caught_up_oldest_first()
    {
        var ledger = new[] { Row(Ten.AddHours(-4), JobState.Done), Row(Ten.AddHours(-2), JobState.Done) };

        Assert.Equal([Ten.AddHours(-3), Ten.AddHours(-1), Ten], DueWindows.Of(EachWindow, ledger, Now));
    }

    [Fact]
    public void A_job_that_works_out_everything_catches_up_with_the_newest_window_alone()
    {
        var ledger = new[] { Row(Ten.AddHours(-4), JobState.Done) };

        Assert.Equal([Ten], DueWindows.Of(NewestOnly, ledger, Now));
        Assert.Equal(4, DueWindows.Missing(NewestOnly, ledger, Now).Count);
    }

    [Theory]
    [InlineData(JobState.Done, -2)]
    [InlineData(JobState.Done, 0)]
    [InlineData(JobState.Failed, 0)]
    [InlineData(JobState.Running, -1)]
    public void What_is_due_follows_from_the_part_of_the_ledger_that_is_read(JobState newest, int hours)
    {
        JobWindow[] ledger = [Row(Ten.AddHours(-4), JobState.Done), Row(Ten.AddHours(-3), JobState.Failed), Row(Ten.AddHours(hours), newest)];

        foreach (var job in new[] { NewestOnly, EachWindow })
        {
            var since = DueWindows.NeededSince(job, Now);
            Assert.Equal(DueWindows.Of(job, ledger, Now), DueWindows.Of(job, [.. ledger.Where(row => row.Window >= since)], Now));
        }

        Assert.Equal(Ten, DueWindows.NeededSince(NewestOnly, Now));
    }

    [Fact]
    public void A_run_by_hand_within_the_hour_stands_for_the_hours_window_of_such_a_job()
    {
        Assert.Empty(DueWindows.Of(NewestOnly, [Row(Ten.AddMinutes(5), JobState.Done)], Now));
    }

    [Fact]
    public void A_window_somebody_works_on_is_left_alone_until_the_lease_ends()
    {
        var row = Row(Ten, JobState.Running);
        row.LeaseUntil = Now.AddSeconds(1);
        Assert.Empty(DueWindows.Of(NewestOnly, [row], Now));

        row.LeaseUntil = Now;
        Assert.Equal([Ten], DueWindows.Of(NewestOnly, [row], Now));
    }

    [Fact]
    public void A_failed_window_is_tried_again_after_a_pause_that_doubles_up_to_an_hour()
    {
        Assert.Equal(
            [1, 2, 4, 8, 16, 32, 60, 60],
            Enumerable.Range(1, 8).Select(attempts => DueWindows.PauseAfter(attempts).TotalMinutes));

        var row = Row(Ten, JobState.Failed);
        row.Attempts = 3;
        row.FinishedAt = Now.AddMinutes(-4).AddTicks(1);
        Assert.Empty(DueWindows.Of(NewestOnly, [row], Now));

        row.FinishedAt = Now.AddMinutes(-4);
        Assert.Equal([Ten], DueWindows.Of(NewestOnly, [row], Now));
    }

    [Fact]
    public void What_failed_is_missing_until_it_is_done()
    {
        Assert.Equal([Ten], DueWindows.Missing(EachWindow, [Row(Ten, JobState.Failed)], Now));
        Assert.Empty(DueWindows.Missing(EachWindow, [Row(Ten, JobState.Done)], Now));
    }

    private static JobWindow Row(DateTimeOffset window, JobState state) => new()
    {
        Job = "probe",
        Window = window,
        State = state,
        Runner = "test",
        Attempts = 1,
        StartedAt = window,
        FinishedAt = state == JobState.Running ? null : window,
        LeaseUntil = window,
    };
}
