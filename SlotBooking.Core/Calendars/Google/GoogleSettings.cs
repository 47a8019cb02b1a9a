using Microsoft.Extensions.Configuration;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>How Google Calendar is reached.</summary>
public sealed record GoogleSettings
{
    /// <summary>Google's own address of the calendar API.</summary>
    public const string DefaultBaseUri = "https://www.googleapis.com/calendar/v3/";

    private const string CredentialsName = "GOOGLE_CREDS_BASE64";
    private const string CentralName = "CENTRAL_CALENDAR_ID";
    private const string BaseUriName = "Calendar:Google:BaseUri";
    private const int DefaultPerMinute = 600;
    private const int MostPerMinute = 100_000;

    /// <summary>The service account.</summary>
    public required GoogleCredentials Credentials { get; init; }

    /// <summary>Google's id of the central calendar.</summary>
    public required string CentralCalendarId { get; init; }

    /// <summary>Where the API answers; ends with a slash.</summary>
    public Uri BaseUri { get; init; } = new(DefaultBaseUri);

    /// <summary>How many requests a minute Google grants the account.</summary>
    public int RequestsPerMinute { get; init; } = DefaultPerMinute;

    /// <summary>How long nothing is written to a calendar whose limit of changes is reached.</summary>
    public TimeSpan UsageLimitPause { get; init; } = TimeSpan.FromHours(6);

    /// <summary>True when nothing may be changed at Google: reading only.</summary>
    public bool DryRun { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The upper bound of the first pause between tries; it doubles with each.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Events per page that are asked for; Google may send fewer.</summary>
    public int PageSize { get; init; } = 2500;

    /// <summary>Null when no credentials are given.</summary>
    /// <exception cref="ConfigurationException">Something is missing or wrong.</exception>
    public static GoogleSettings? From(IConfiguration configuration)
    {
        var credentials = configuration[CredentialsName];
        if (string.IsNullOrWhiteSpace(credentials))
        {
            return null;
        }

        var central = configuration[CentralName]?.Trim();
        if (string.IsNullOrEmpty(central))
        {
            throw new ConfigurationException(
                $"{CentralName} fehlt: Mit {CredentialsName} gehört die ID des Zentralkalenders dazu (bei Google unter „Kalender integrieren“).");
        }

        return new GoogleSettings
        {
            Credentials = GoogleCredentials.FromBase64(CredentialsName, credentials),
            CentralCalendarId = central,
            BaseUri = Address(configuration[BaseUriName]),
            RequestsPerMinute = CalendarSettings.Whole(configuration, "Calendar:Google:RequestsPerMinute", DefaultPerMinute, 2, MostPerMinute),
            Timeout = TimeSpan.FromSeconds(CalendarSettings.Whole(configuration, "Calendar:Google:TimeoutSeconds", 20, 1, 300)),
            UsageLimitPause = TimeSpan.FromHours(CalendarSettings.Whole(configuration, "Calendar:Google:UsageLimitPauseHours", 6, 1, 48)),
            DryRun = CalendarSettings.Flag(configuration, "Calendar:DryRun"),
            FirstPause = TimeSpan.FromMilliseconds(CalendarSettings.Whole(configuration, "Calendar:Google:FirstPauseMilliseconds", 500, 1, 10_000)),
        };
    }

    /// <summary>A bare host gets Google's path; any other path is taken as it is.</summary>
    private static Uri Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Uri(DefaultBaseUri);
        }

        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ConfigurationException($"{BaseUriName} muss eine vollständige Adresse sein, zum Beispiel „{DefaultBaseUri}“.");
        }

        var path = uri.AbsolutePath is "/" ? "/calendar/v3/" : uri.AbsolutePath.TrimEnd('/') + "/";
        return new Uri(uri, path);
    }
}
