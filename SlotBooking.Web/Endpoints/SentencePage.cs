using System.Globalization;
using System.Text.Encodings.Web;

namespace SlotBooking.Web.Endpoints;

/// <summary>A page of one sentence, for answers that come before or without the product's own pages.</summary>
internal static class SentencePage
{
    /// <summary>Writes it with the status given.</summary>
    /// <param name="context">The request to answer; its answer has not begun.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="sentence">What happened and what to do, in German.</param>
    /// <param name="link">Where to go on.</param>
    /// <param name="linkText">The link's words.</param>
    public static async Task WriteAsync(HttpContext context, int status, string sentence, string link = "/", string linkText = "Zum heutigen Tag")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var html = HtmlEncoder.Default;
        await context.Response.WriteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <!DOCTYPE html>
                <html lang="de">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>SlotBooking</title>
                <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/app.css"></head>
                <body><main class="page"><div class="card"><div class="empty"><h1>{html.Encode(sentence)}</h1><a class="btn" href="{html.Encode(link)}">{html.Encode(linkText)}</a></div></div></main></body>
                </html>
                """),
            context.RequestAborted);
    }
}
