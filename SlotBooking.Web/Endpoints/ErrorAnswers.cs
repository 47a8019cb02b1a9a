using Microsoft.AspNetCore.Diagnostics;
using SlotBooking.Web.Hosting;

namespace SlotBooking.Web.Endpoints;

/// <summary>What is answered when something failed or is not there, outside the pages.</summary>
internal static partial class ErrorAnswers
{
    /// <summary>Puts a sentence and an id in place of a stack trace, and a sentence in place of an empty answer.</summary>
    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = _ => true, // it is logged once, with the id that the person sees
            ExceptionHandler = context =>
            {
                var id = ErrorIds.Next();
                LogFailed(app.Logger, context.Features.Get<IExceptionHandlerFeature>()?.Error, id, context.Request.Method, FeedEndpoint.Loggable(context.Request.Path));
                return SentencePage.WriteAsync(context, StatusCodes.Status500InternalServerError, $"Das hat nicht geklappt. Fehler {id}.", "/", "Noch einmal");
            },
        });
        app.UseStatusCodePages(context => context.HttpContext.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            ? Task.CompletedTask
            : SentencePage.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode, Sentence(context.HttpContext.Response.StatusCode)));
    }

    private static string Sentence(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Diese Anfrage war unvollständig. Geh zurück und versuch es noch einmal.",
        StatusCodes.Status401Unauthorized => "Dafür musst du angemeldet sein.",
        StatusCodes.Status403Forbidden => "Das ist nicht für dich freigegeben.",
        StatusCodes.Status404NotFound => "Diese Seite gibt es nicht.",
        StatusCodes.Status405MethodNotAllowed => "So lässt sich diese Adresse nicht aufrufen.",
        StatusCodes.Status413PayloadTooLarge => "Das ist zu groß.",
        StatusCodes.Status429TooManyRequests => "Gerade kommt sehr viel auf einmal. Versuch es in einer Minute noch einmal.",
        StatusCodes.Status503ServiceUnavailable => "Gerade ist viel los. Versuch es in einer Minute noch einmal.",
        _ => "Das hat nicht geklappt.",
    };

    [LoggerMessage(LogLevel.Error, "Request failed with id {ErrorId}: {Method} {Path}")]
    private static partial void LogFailed(ILogger logger, Exception? exception, string errorId, string method, string path);
}
