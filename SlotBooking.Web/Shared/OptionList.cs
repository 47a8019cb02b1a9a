using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace SlotBooking.Web.Shared;

/// <summary>The options of a suggestion list as one piece of markup: as components of a drawing they would be kept one by one for every open page.</summary>
public static class OptionList
{
    /// <summary>What people wrote is encoded, so it stays text whatever is in it.</summary>
    public static MarkupString Of(IEnumerable<string> values) =>
        new(string.Concat(values.Select(value => $"<option value=\"{HtmlEncoder.Default.Encode(value)}\"></option>")));
}
