using Microsoft.Playwright;

namespace SlotBooking.Tests.Browser;

/// <summary>What a page has to fit: the office's monitor and a phone, light and dark. Screens go by the names of <see cref="Screen.Of"/>.</summary>
public sealed class EveryScreen : TheoryData<string, ColorScheme>
{
    public EveryScreen()
    {
        foreach (var screen in (string[])["office", "phone"])
        {
            Add(screen, ColorScheme.Light);
            Add(screen, ColorScheme.Dark);
        }
    }
}
