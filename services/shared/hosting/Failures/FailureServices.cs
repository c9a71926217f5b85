using DialInsight.Hosting.Http;
using DialInsight.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Failures;

/// <summary>Registers what happens to messages that keep failing.</summary>
public static class FailureServices
{
    /// <summary>Calls <paramref name="handle"/> when a <typeparamref name="TMessage"/> has become a failure document, so that what waits
    /// for the message's outcome gets one. It may be called more than once for one message.</summary>
    public static WebApplicationBuilder AddMessageFailureHandler<TMessage>(
        this WebApplicationBuilder builder, Func<IServiceProvider, TMessage, MessageFailure, CancellationToken, Task> handle)
        where TMessage : class
    {
        builder.Services.AddSingleton(new MessageFailureHandler(
            typeof(TMessage), (services, message, failure, cancellation) => handle(services, (TMessage)message, failure, cancellation)));
        return builder;
    }

    /// <summary>Maps <c>GET /message-failures/{service}</c> for the database of <paramref name="service"/>, the latest first, paged.</summary>
    public static IEndpointRouteBuilder MapMessageFailures(this IEndpointRouteBuilder endpoints, string service)
    {
        endpoints.MapGet($"/message-failures/{service}", async ([AsParameters] PageRequest page, FailureLog log, CancellationToken cancellationToken) =>
        {
            Page<MessageFailure> failures = await log.Of(service).PageAsync(Query.All.OrderBy("at", descending: true), page.Cursor, page.Size, cancellationToken);
            return TypedResults.Ok(PageResponse.From(failures, failure => failure));
        }).WithSummary("Messages that could not be worked, the latest first").WithTags("failures");
        return endpoints;
    }
}

/// <summary>What to do when messages of a type fail.</summary>
internal sealed record MessageFailureHandler(Type MessageType, Func<IServiceProvider, object, MessageFailure, CancellationToken, Task> HandleAsync);
