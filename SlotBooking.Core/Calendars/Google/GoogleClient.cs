using System.Net;
using Google;
using Google.Apis.Http;
using Google.Apis.Services;
using Polly;
using Polly.Retry;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>What Google answered: a value, or a status that was to be expected.</summary>
internal readonly record struct GoogleAnswer<T>(T? Value, HttpStatusCode Status)
{
    public bool Is(HttpStatusCode status) => Status == status;
}

/// <summary>Sends requests: within the budget, each with a time-out, a few tries for what passes quickly. Longer waits are the caller's business.</summary>
internal sealed class GoogleClient : IDisposable
{
    private const int Retries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private readonly GoogleService _service;
    private readonly RequestBudget _budget;
    private readonly ResiliencePipeline _pipeline;
    private readonly ServerClock _clock;
    private readonly bool _readsOnly;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public GoogleClient(GoogleSettings settings, RequestBudget budget, TimeProvider time)
    {
        _clock = new ServerClock(time);
        _service = new GoogleService(settings, _clock, time);
        _budget = budget;
        _readsOnly = settings.DryRun;
        _timeout = settings.Timeout;
        _time = time;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            ShouldHandle = static args => ValueTask.FromResult(
                args.Outcome.Exception is CalendarException { MayPass: true, InnerException: not OperationCanceledException } passing && !(passing.RetryAfter > LongestPause)),
            DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Backoff.After(
                settings.FirstPause, args.AttemptNumber + 1, Random.Shared.NextDouble(), (args.Outcome.Exception as CalendarException)?.RetryAfter)),
        }).Build();
    }

    /// <summary>Sends what <paramref name="make"/> makes for each try; statuses in <paramref name="expected"/> are answers, all others exceptions.</summary>
    public async Task<GoogleAnswer<T>> SendAsync<T>(
        Func<IClientService, GoogleRequest<T>> make, HttpStatusCode[] expected, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(async token => await SendOnceAsync(make(_service), expected, token), cancellationToken);

    public void Dispose() => _service.Dispose();

    private async Task<GoogleAnswer<T>> SendOnceAsync<T>(GoogleRequest<T> request, HttpStatusCode[] expected, CancellationToken cancellationToken)
    {
        if (_readsOnly && request.ChangesCalendar)
        {
            throw new CalendarException(CalendarTrouble.DryRun, "Probelauf: Bei Google wird gelesen, aber nichts geändert (Calendar:DryRun).");
        }

        var refusal = new Refusal(_budget);
        request.AddUnsuccessfulResponseHandler(refusal);
        await InTimeAsync(_service.SignInAsync, refusal, cancellationToken);
        await _budget.TakeAsync(cancellationToken);
        return await InTimeAsync(token => ExecuteAsync(request, expected, token), refusal, cancellationToken);
    }

    private static async Task<GoogleAnswer<T>> ExecuteAsync<T>(GoogleRequest<T> request, HttpStatusCode[] expected, CancellationToken cancellationToken)
    {
        try
        {
            var value = await request.ExecuteAsync(cancellationToken);
            return Fits(value) ? new GoogleAnswer<T>(value, HttpStatusCode.OK) : throw GoogleErrors.Unreadable();
        }
        catch (GoogleApiException exception) when (expected.Contains(exception.HttpStatusCode) && GoogleErrors.IsGoogles(exception))
        {
            return new GoogleAnswer<T>(default, exception.HttpStatusCode);
        }
    }

    /// <summary>Where nothing is to be told, a text comes from something between; where something is, nothing does.</summary>
    private static bool Fits<T>(T? value) => value is string text ? string.IsNullOrWhiteSpace(text) : value is not null || typeof(T) == typeof(string);

    private Task InTimeAsync(Func<CancellationToken, Task> work, Refusal refusal, CancellationToken cancellationToken) => InTimeAsync(
        async token =>
        {
            await work(token);
            return true;
        },
        refusal,
        cancellationToken);

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> work, Refusal refusal, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await work(either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw GoogleErrors.Explain(exception, refusal.RetryAfter(_time.GetUtcNow()), _clock.Complaint());
        }
    }

    /// <summary>Keeps what a refusing answer asked for. After 401 the request is sent once more, which the budget has to know.</summary>
    private sealed class Refusal(RequestBudget budget) : IHttpUnsuccessfulResponseHandler
    {
        private System.Net.Http.Headers.RetryConditionHeaderValue? _header;

        public async Task<bool> HandleResponseAsync(HandleUnsuccessfulResponseArgs args)
        {
            _header = args.Response.Headers.RetryAfter;
            if (args.Response.StatusCode == HttpStatusCode.Unauthorized && args.SupportsRetry)
            {
                await budget.TakeAsync(args.CancellationToken);
            }

            return false;
        }

        /// <summary>No more than an hour: nobody means years, and by then it may be asked again.</summary>
        public TimeSpan? RetryAfter(DateTimeOffset now) =>
            (_header?.Delta ?? (_header?.Date is { } date && date > now ? date - now : null)) is { } asked ? (asked < LongestWait ? asked : LongestWait) : null;
    }
}
