using SlotBooking.Core.Calendar.Google;
using SlotBooking.Tests.Fakes;

namespace SlotBooking.Tests.Calendar.Google;

public sealed class RequestBudgetTests
{
    [Fact]
    public async Task No_minute_holds_more_than_agreed()
    {
        var time = new FakeClock(DateTimeOffset.UnixEpoch);
        var budget = new RequestBudget(2, time);
        await budget.TakeAsync(default);
        time.Advance(TimeSpan.FromSeconds(50));
        await budget.TakeAsync(default);

        Assert.False(budget.TakeAsync(default).IsCompleted);

        time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(budget.TakeAsync(default).IsCompletedSuccessfully);
        Assert.False(budget.TakeAsync(default).IsCompleted);
    }
}
