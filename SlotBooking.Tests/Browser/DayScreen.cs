using System.Globalization;
using Microsoft.Playwright;
using SlotBooking.Tests.Processes;

namespace SlotBooking.Tests.Browser;

/// <summary>The sign-in and the day page as a person uses them, by the names that programs may rely on.</summary>
internal sealed class DayScreen(TestPage page)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Soon = new() { Timeout = Deadline.Milliseconds(15) };

    /// <summary>The key strokes sent through <see cref="PressAsync"/>.</summary>
    public int Strokes { get; private set; }

    public ILocator Result => page.TestId("booking-result");

    public static string Address(DateOnly day) => $"/day/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>A working day that is neither today nor a holiday in sight of the demo data.</summary>
    public static DateOnly FreeDay(int ahead = 3)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(ahead);
        while (day.DayOfWeek is not (DayOfWeek.Tuesday or DayOfWeek.Wednesday) || day is { Month: 12, Day: > 22 } or { Month: 1, Day: 1 } or { Month: 5, Day: 1 } or { Month: 10, Day: 3 })
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public async Task SignInAsync(string userName, string? password = null)
    {
        await page.Page.GotoAsync("/login");
        await page.Page.FillAsync("[name=username]", userName);
        await page.Page.FillAsync("[name=password]", password ?? WebServer.DemoPassword);
        await page.Page.ClickAsync("[data-testid=login-form] [type=submit]");
        await Assertions.Expect(page.TestId("ready")).ToBeAttachedAsync(new() { Timeout = Deadline.Milliseconds(20) });
    }

    public async Task OpenAsync(DateOnly day) => await page.GotoReadyAsync(Address(day));

    public ILocator Slot(string time) => page.TestId($"slot-{time}");

    public ILocator Field(string name) => page.Page.Locator($"[data-testid=booking-form] [name={name}]");

    public async Task<int> FreeAsync(string time) =>
        int.Parse(await Slot(time).GetAttributeAsync("data-free") ?? "", CultureInfo.InvariantCulture);

    /// <summary>Which of these times has the fewest free places, but some.</summary>
    public async Task<string> ScarcestAsync(params string[] times)
    {
        var free = new List<(string Time, int Free)>();
        foreach (var time in times)
        {
            free.Add((time, await FreeAsync(time)));
        }

        return free.Where(slot => slot.Free > 0).MinBy(slot => slot.Free).Time;
    }

    /// <summary>Presses a key that does something, and counts it.</summary>
    public async Task PressAsync(string key)
    {
        Strokes++;
        await page.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Types data; that is not counted.</summary>
    public Task TypeAsync(string text) => page.Page.Keyboard.TypeAsync(text);

    /// <summary>Books by mouse and fields, and waits for the answer and for the place to be gone from the list.</summary>
    public async Task BookAsync(string time, string lastName, string firstName, string? phone = null)
    {
        var free = await FreeAsync(time);
        await page.TestId($"book-{time}").ClickAsync();
        await Field("lastName").FillAsync(lastName);
        await Field("firstName").FillAsync(firstName);
        await Field("phone").FillAsync(phone ?? "");
        await page.TestId("booking-submit").ClickAsync();
        await ExpectOutcomeAsync("booked", lastName);
        await ExpectFreeAsync(time, free - 1);
    }

    public async Task ExpectOutcomeAsync(string outcome, string? text = null)
    {
        var result = page.Page.Locator($"[data-testid=booking-result][data-outcome={outcome}]");
        await Assertions.Expect(text is null ? result : result.Filter(new() { HasText = text })).ToBeVisibleAsync(Soon);
    }

    public Task ExpectFreeAsync(string time, int free) => Eventually.HoldsAsync(
        async () => await FreeAsync(time) == free, $"{time} has {free} free places");

    /// <summary>The row of this customer's appointment beneath the day.</summary>
    public ILocator Own(string lastName) => page.TestId("own-booking").Filter(new() { HasText = lastName }).First;
}
