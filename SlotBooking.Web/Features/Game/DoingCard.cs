using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Game;

/// <summary>A card in which somebody does something. What fails is said at its place with an error id, and what was typed stays.</summary>
public abstract partial class DoingCard : ComponentBase
{
    private Task _turn = Task.CompletedTask;

    /// <summary>Something is on its way; another press of the same button does nothing.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>What failed without anybody's doing, in the language of the page; null when nothing did.</summary>
    protected string? Failure { get; private set; }

    /// <summary>How often something failed: as part of a key it makes a box be drawn anew that shows what was not done.</summary>
    protected int Failures { get; private set; }

    [Inject]
    private IStringLocalizer<Texts> Words { get; set; } = default!;

    [Inject]
    private ILogger<DoingCard> Logger { get; set; } = default!;

    /// <summary>Does it, unless something is on its way.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="then">What is read anew behind it.</param>
    protected Task DoAsync(Func<Task> work, EventCallback then = default) => IsBusy ? Task.CompletedTask : GuardedAsync(
        async () =>
        {
            await work();
            return true;
        },
        then);

    /// <summary>Does it behind what is on its way: boxes are ticked faster than they are stored. A work that answers false was refused.</summary>
    protected async Task DoInTurnAsync(Func<Task<bool>> work, EventCallback then = default)
    {
        var (before, mine) = (_turn, new TaskCompletionSource());
        _turn = mine.Task;
        await before;
        await GuardedAsync(work, then);
        mine.SetResult();
    }

    private async Task GuardedAsync(Func<Task<bool>> work, EventCallback then)
    {
        (IsBusy, Failure) = (true, null);
        var isDone = false;
        try
        {
            isDone = await work();
            if (!isDone)
            {
                (Failure, Failures) = (Words["Dein Konto darf das nicht."], Failures + 1);
            }

            await then.InvokeAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var errorId = ErrorIds.Next();
            LogFailed(Logger, exception, errorId);
            Failures++;
            Failure = isDone
                ? Words["Es ist gespeichert, aber die Seite ließ sich nicht neu lesen. Lade sie neu. Fehler {0}.", errorId]
                : $"{Words["Das hat nicht geklappt."]} {Words["Es wurde nichts geändert. Versuch es noch einmal. Fehler {0}.", errorId]}";
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
