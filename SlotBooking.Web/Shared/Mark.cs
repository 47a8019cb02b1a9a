using Microsoft.AspNetCore.Components;

namespace SlotBooking.Web.Shared;

/// <summary>The product's mark. A piece of markup, no component: every open page shows it.</summary>
public static class Mark
{
    /// <summary>Four seats, the last one taken; it takes its size from where it stands.</summary>
    public static readonly MarkupString Svg = new(
        """
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><rect x="2" y="2" width="9" height="9" rx="2.5" fill="#7fb6c2" /><rect x="13" y="2" width="9" height="9" rx="2.5" fill="#7fb6c2" /><rect x="2" y="13" width="9" height="9" rx="2.5" fill="#7fb6c2" /><rect x="13" y="13" width="9" height="9" rx="2.5" fill="#e2b04a" /></svg>
        """);
}
