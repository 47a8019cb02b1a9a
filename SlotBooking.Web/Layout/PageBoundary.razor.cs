using Microsoft.AspNetCore.Components;
using SlotBooking.Web.Hosting;

namespace SlotBooking.Web.Layout;

/// <summary>Keeps a page's failure inside the page: a calm sentence with an id, the same id in the log, and another try.</summary>
public sealed partial class PageBoundary
{
    private string _errorId = "";

    [Inject]
    private ILogger<PageBoundary> Logger { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        _errorId = ErrorIds.Next();
        LogPageFailed(Logger, exception, _errorId);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "A page failed, error {ErrorId}")]
    private static partial void LogPageFailed(ILogger logger, Exception exception, string errorId);
}
