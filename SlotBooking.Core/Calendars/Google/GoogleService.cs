using System.Net;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Http;
using Google.Apis.Services;
using Google.Apis.Util;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>Google's client base, pointed at the calendar API and signed in with the service account. One per program: it keeps the connections.</summary>
internal sealed class GoogleService : BaseClientService
{
    private const string Scope = "https://www.googleapis.com/auth/calendar";

    private readonly ServiceAccountLogin _login;

    public GoogleService(GoogleSettings settings, ServerClock watch, TimeProvider time)
        : this(settings, watch, Credential(settings.Credentials, watch, time))
    {
    }

    private GoogleService(GoogleSettings settings, ServerClock watch, ServiceAccountLogin login)
        : base(new Initializer
        {
            ApplicationName = "SlotBooking",
            BaseUri = settings.BaseUri.AbsoluteUri,
            GZipEnabled = false, // it would pack our small requests, too; answers are unpacked by the handler below
            HttpClientFactory = new Connections(watch),
            HttpClientInitializer = login,
            DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
        })
    {
        _login = login;
        BaseUri = settings.BaseUri.AbsoluteUri;
        HttpClient.MessageHandler.NumTries = 2; // the second is for one refresh of the token
    }

    /// <inheritdoc />
    public override string Name => "calendar";

    /// <inheritdoc />
    public override string BaseUri { get; }

    /// <inheritdoc />
    public override string BasePath => "";

    /// <inheritdoc />
    public override IList<string> Features => [];

    /// <summary>Sees that there is a token, so that a request which may be sent is sent at once.</summary>
    public Task SignInAsync(CancellationToken cancellationToken) => _login.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken);

    private static ServiceAccountLogin Credential(GoogleCredentials credentials, ServerClock watch, TimeProvider time) => new(
        new ServiceAccountCredential.Initializer(credentials.ClientEmail, credentials.TokenUri.AbsoluteUri)
        {
            Scopes = [Scope],
            KeyId = credentials.KeyId,
            Clock = new Clock(time),
            HttpClientFactory = new Connections(watch),
            DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
        }.FromPrivateKey(credentials.PrivateKey));

    private sealed class Connections(ServerClock watch) : HttpClientFactory
    {
        protected override HttpMessageHandler CreateHandler(CreateHttpClientArgs args) => watch.Over(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
        });
    }

    /// <summary>Tells Google's library the time that the rest of the program goes by.</summary>
    private sealed class Clock(TimeProvider time) : IClock
    {
        public DateTime Now => time.GetLocalNow().DateTime;

        public DateTime UtcNow => time.GetUtcNow().UtcDateTime;
    }
}
