using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DialInsight.LanguageModels;

/// <summary>Answers requests that need a model which is away, whatever they ask for: 503, and when to try again.</summary>
internal sealed partial class ModelUnavailableAnswer(IProblemDetailsService problems, ILogger<ModelUnavailableAnswer> logger) : IExceptionHandler
{
    private const string Seconds = "30";

    /// <inheritdoc/>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not ModelUnavailableException away)
            return ValueTask.FromResult(false);
        LogAway(logger, httpContext.Request.Path, away.Message);
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = Seconds;
        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails =
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Type = "model-unavailable",
                Title = "The model is not available",
                Detail = "The answer needs a model whose endpoint cannot be reached, keeps failing or refuses the key. Try again in a while; if it stays, look at the model's settings and at its endpoint.",
            },
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} cannot be answered while its model is away: {Reason}")]
    private static partial void LogAway(ILogger logger, string path, string reason);
}
