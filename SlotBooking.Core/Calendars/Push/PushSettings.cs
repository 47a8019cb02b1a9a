using Microsoft.Extensions.Configuration;

namespace SlotBooking.Core.Calendars.Push;

/// <summary>Where Google is to say at once that a calendar changed.</summary>
/// <param name="Address">This product's <c>/calendar/push</c> as the internet reaches it.</param>
public sealed record PushSettings(Uri Address)
{
    private const string Name = "Calendar:Google:PushUri";
    private const int Longest = 500;

    /// <summary>Null when no pushes are wanted.</summary>
    /// <exception cref="ConfigurationException">It is no address that Google would push to.</exception>
    public static PushSettings? From(IConfiguration configuration)
    {
        var text = configuration[Name]?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Fragment: "" } &&
            (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
            ? new PushSettings(uri)
            : throw new ConfigurationException($"{Name} muss die öffentliche https-Adresse dieses Programms sein, zum Beispiel „https://termine.example/calendar/push“.");
    }
}
