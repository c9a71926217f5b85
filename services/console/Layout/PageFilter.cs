using DialInsight.Client.Http;
using DialInsight.Hosting.Access;
using DialInsight.WebConsole.Calling;
using DialInsight.WebConsole.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace DialInsight.WebConsole.Layout;

/// <summary>What every page has in common: who is there, the guard against forged forms, headers, and what is shown when a service says no.</summary>
internal sealed class PageFilter(ICallers callers, Session session, ServiceCalls calls, DomainTitles titles, IAntiforgery antiforgery) : IEndpointFilter
{
    /// <summary>Nothing but this site's own script, style and connections; what a conversation holds could not load or run anything even if it became markup.</summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        Visit visit = http.RequestServices.GetRequiredService<Visit>();
        visit.Look(http.Request);
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        bool isOpen = http.GetEndpoint()?.Metadata.GetMetadata<OpenPage>() is not null;
        bool isIn = Enter(http, visit);
        if (!isIn && !isOpen)
            return Local.See($"/console/sign-in?back={Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? visit.Path : "/")}");
        if (!HttpMethods.IsGet(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http))
            return Refusal(visit, StatusCodes.Status400BadRequest, visit["This form was open for too long. Load the page again.", "页面停留太久，请刷新后再试。"]);
        if (!http.Response.HasStarted)
            visit.Token = antiforgery.GetAndStoreTokens(http).RequestToken!;
        if (isIn)
            visit.Titles = new Titles(await titles.AskAsync(visit.Client, http.RequestAborted), visit.Language);
        return await AnswerAsync(context, next, visit);
    }

    private static async Task<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, Visit visit)
    {
        try
        {
            return await next(context);
        }
        catch (ServiceException refused)
        {
            return Refusal(visit, (int)refused.Status, visit.Tell(refused));
        }
        catch (HttpRequestException)
        {
            return Refusal(
                visit, StatusCodes.Status503ServiceUnavailable, visit["The service that knows this cannot be reached. Try again in a moment.", "暂时连不上对应的服务，请稍后再试。"]);
        }
    }

    private static IResult Refusal(Visit visit, int status, string message) => Pages.Show<RefusalPage>(new { Status = status, Message = message, visit.Path }, status);

    /// <summary>Whether the person may come in.</summary>
    private bool Enter(HttpContext http, Visit visit)
    {
        if (!callers.KeysAreAsked)
        {
            visit.Open(Principal.Local, isSignedIn: false, calls.For(null));
            return true;
        }

        if (session.Key(http.Request) is not { } key || callers.Find(http, key) is not { } principal)
            return false;
        visit.Open(principal, isSignedIn: true, calls.For(key));
        return true;
    }
}

/// <summary>Marks a page that is there for everybody.</summary>
internal sealed record OpenPage;
