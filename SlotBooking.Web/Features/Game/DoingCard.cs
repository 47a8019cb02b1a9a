using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Game;

/// <summary>A card in which somebody does something: one thing at a time, and what fails is said at its place with an error id. What was typed stays.</summary>
public abstract partial class DoingCard : ComponentBase
{
    /// <summary>Something is on its way; another press does nothing.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>What failed without anybody's doing, in the language of the page; null when nothing did.</summary>
    protected string? Failure { get; private set; }

    [Inject]
    private IStringLocalizer<Texts> Words { get; set; } = default!;

    [Inject]
    private ILogger<DoingCard> Logger { get; set; } = default!;

    /// <summary>Does it, unless something is on its way.</summary>
    protected async Task DoAsync(Func<Task> work)
    {
        if (IsBusy)
        {
            return;
        }

        (IsBusy, Failure) = (true, null);
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var errorId = ErrorIds.Next();
            LogFailed(Logger, exception, errorId);
            Failure = $"{Words["Das hat nicht geklappt."]} {Words["Es wurde nichts geändert. Versuch es noch einmal. Fehler {0}.", errorId]}";
        }
        finally
        {
            IsBusy = false;
            StateHasChanged();
        }
    }

    [LoggerMessage(LogLevel.Error, "A change of the game failed, error {ErrorId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string errorId);
}
