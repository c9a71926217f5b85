using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Http;

/// <summary>Makes every answer that is an error a problem with a stable type and the request's id, and lets no exception's text out.</summary>
internal static class ProblemAnswers
{
    // The parameter that stores refuse by ArgumentException when a caller made one up.
    private const string Cursor = "cursor";

    /// <summary>Registers it.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        // So that a body that cannot be read arrives at the exception handler, which can say where it is wrong.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<ExceptionHandlerOptions>(options =>
        {
            options.StatusCodeSelector = StatusOf;
            // A caller's mistake is told to the caller; in the log it would be noise, with the caller's words in it. What somebody has an answer to, they have logged.
            options.SuppressDiagnosticsCallback = context =>
                context.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService || StatusOf(context.Exception) < StatusCodes.Status500InternalServerError;
        });
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        ArgumentException { ParamName: Cursor } => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void Complete(ProblemDetailsContext context)
    {
        int status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        if (context.ProblemDetails.Type is { } kind && !kind.Contains(':'))
        {
            context.ProblemDetails.Type = Problems.TypePrefix + kind;
        }
        else if (context.ProblemDetails.Type?.StartsWith(Problems.TypePrefix, StringComparison.Ordinal) != true)
        {
            string reason = ReasonPhrases.GetReasonPhrase(status);
            context.ProblemDetails.Type = Problems.TypePrefix + (status >= 500 ? "internal-error" : Slug(reason));
            context.ProblemDetails.Title = status >= 500 ? "Something went wrong here" : reason;
            context.ProblemDetails.Detail = DetailOf(context, status);
        }

        context.ProblemDetails.Extensions["requestId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        context.ProblemDetails.Extensions.Remove("traceId");
    }

    private static string DetailOf(ProblemDetailsContext context, int status)
    {
        IExceptionHandlerFeature? failure = context.HttpContext.Features.Get<IExceptionHandlerFeature>();
        Exception? exception = context.Exception ?? failure?.Error;
        Endpoint? endpoint = failure?.Endpoint ?? context.HttpContext.GetEndpoint();
        return (exception, status) switch
        {
            (BadHttpRequestException { InnerException: JsonException json }, _) => BindingFailure.Explain(json, endpoint),
            (BadHttpRequestException bad, < 500) => BindingFailure.Explain(bad.Message, endpoint),
            (ArgumentException { ParamName: Cursor }, _) => "The cursor is not one that this list gave. Start again without a cursor.",
            (_, StatusCodes.Status404NotFound) => $"There is nothing at {context.HttpContext.Request.Path}; /openapi/v1.json lists what there is.",
            (_, StatusCodes.Status405MethodNotAllowed) => $"{context.HttpContext.Request.Path} does not take {context.HttpContext.Request.Method}.",
            (_, StatusCodes.Status415UnsupportedMediaType) => Accepted(endpoint),
            (_, >= 500) => "The request failed for a reason of ours. Try again; if it stays, the log has more under the request id.",
            _ => "The request cannot be answered as it is; /openapi/v1.json tells what is asked for.",
        };
    }

    private static string Accepted(Endpoint? endpoint) =>
        $"The Content-Type says that the body is something else than what is read here: {string.Join(", ", endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? ["application/json"])}.";

    private static string Slug(string reason) => reason.Replace(' ', '-').ToLowerInvariant();
}
