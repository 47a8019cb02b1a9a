using System.Net;
using Google;
using Google.Apis.Http;
using Google.Apis.Services;
using Polly;
using Polly.Retry;

namespace SlotBooking.Core.Calendar.Google;

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
    private readonly GoogleService _service;
    private readonly RequestBudget _budget;
    private readonly ResiliencePipeline _pipeline;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public GoogleClient(GoogleSettings settings, TimeProvider time)
    {
        _service = new GoogleService(settings, time);
        _budget = new RequestBudget(settings.RequestsPerMinute, time);
        _timeout = settings.Timeout;
        _time = time;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            ShouldHandle = static args => ValueTask.FromResult(
                args.Outcome.Exception is CalendarException { MayPass: true } passing && !(passing.RetryAfter > LongestPause)),
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
        var refusal = new Refusal();
        request.AddUnsuccessfulResponseHandler(refusal);
        await _budget.TakeAsync(cancellationToken);
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return new GoogleAnswer<T>(await request.ExecuteAsync(either.Token), HttpStatusCode.OK);
        }
        catch (GoogleApiException exception) when (expected.Contains(exception.HttpStatusCode))
        {
            return new GoogleAnswer<T>(default, exception.HttpStatusCode);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw GoogleErrors.Explain(exception, refusal.RetryAfter(_time.GetUtcNow()));
        }
    }

    /// <summary>Keeps what a refusing answer asked for.</summary>
    private sealed class Refusal : IHttpUnsuccessfulResponseHandler
    {
        private System.Net.Http.Headers.RetryConditionHeaderValue? _header;

        public Task<bool> HandleResponseAsync(HandleUnsuccessfulResponseArgs args)
        {
            _header = args.Response.Headers.RetryAfter;
            return Task.FromResult(false);
        }

        public TimeSpan? RetryAfter(DateTimeOffset now) => _header?.Delta ?? (_header?.Date is { } date && date > now ? date - now : null);
    }
}
