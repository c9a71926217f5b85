using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DialInsight.Hosting.Http;

/// <summary>
/// Tells browsers what an answer may do: nothing. What people and models said is in these answers, so none of it may run, be framed, be taken for another type, or
/// stay in a shared cache. An answer that sets one of the headers itself keeps its own.
/// </summary>
internal static class SecurityHeaders
{
    // Pages hold their own styles and pictures, and no script.
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private const string AnswerPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Adds them to every answer, refusals included.</summary>
    public static void Use(IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static state => Set(((HttpContext)state).Response), context);
        return next(context);
    });

    private static Task Set(HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        bool isPage = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Content-Security-Policy", isPage ? PagePolicy : AnswerPolicy);
        headers.TryAdd("Cache-Control", "no-store");
        if (response.HttpContext.Request.IsHttps)
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        return Task.CompletedTask;
    }
}
