using Microsoft.Extensions.Localization;
using SlotBooking.Core.Customers;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Customers;

/// <summary>What came of something that a person wanted done with a customer.</summary>
/// <param name="Refusal">What to say about it; null when it was done.</param>
/// <param name="HasFailed">True when nobody knows what happened: nothing need be read anew.</param>
internal readonly record struct CustomerChange(string? Refusal, bool HasFailed);

/// <summary>Does what a person wants done with a customer. What fails is said at the place, with an id, and the page lives on.</summary>
internal static partial class CustomerChanges
{
    /// <summary>Does it, and puts a refusal or a failure into words.</summary>
    public static async Task<CustomerChange> TryAsync(this IStringLocalizer<Texts> t, ILogger logger, DateOnly today, Func<Task<CustomerAnswer>> change)
    {
        try
        {
            return new(await change() is CustomerAnswer.Denied denied ? t.Sentence(denied, today) : null, HasFailed: false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var errorId = ErrorIds.Next();
            LogFailed(logger, exception, errorId);
            return new(t["Das hat nicht geklappt. Versuch es noch einmal. Fehler {0}.", errorId], HasFailed: true);
        }
    }

    [LoggerMessage(LogLevel.Error, "Changing a customer failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);
}
