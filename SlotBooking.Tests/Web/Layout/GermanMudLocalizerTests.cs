using System.Collections;
using System.Resources;
using MudBlazor;
using SlotBooking.Web.Layout;

namespace SlotBooking.Tests.Web.Layout;

public sealed class GermanMudLocalizerTests
{
    [Fact]
    public void Everything_that_MudBlazor_says_has_its_German()
    {
        var localizer = new GermanMudLocalizer();

        // Signs such as >= are the same in every language.
        var missing = Keys().Where(key => !key.EndsWith("Sign", StringComparison.Ordinal) && localizer[key].ResourceNotFound).ToList();

        Assert.Empty(missing);
    }

    [Fact]
    public void Both_languages_have_the_same_gaps_to_fill()
    {
        var localizer = new GermanMudLocalizer();

        var differing = Entries().Where(entry => entry.Key != "MudRatingItem_Label" && !localizer[entry.Key].ResourceNotFound &&
            localizer[entry.Key].Value.Contains("{0}", StringComparison.Ordinal) != entry.Value.Contains("{0}", StringComparison.Ordinal));

        Assert.Empty(differing);
    }

    private static IEnumerable<string> Keys() => Entries().Select(entry => entry.Key);

    private static List<(string Key, string Value)> Entries()
    {
        var assembly = typeof(MudLocalizer).Assembly;
        using var stream = assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!;
        using var reader = new ResourceReader(stream);
        return [.. reader.Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string)entry.Value!))];
    }
}
