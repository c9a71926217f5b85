using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DialInsight.Hosting.Http;

/// <summary>What the services' OpenAPI documents have in common.</summary>
internal static class ServiceDescription
{
    private const string ProblemType = "application/problem+json";

    /// <summary>Names the service, spells parameters as JSON does, and says what errors look like.</summary>
    public static void Write(OpenApiOptions options, string service)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = service == "standalone" ? "DialInsight" : $"DialInsight {service.Replace('-', ' ')}";
            document.Info.Description = "Raw conversations in, measured instruction data out. Errors are problem details (RFC 9457) with a stable `type`; a parameter that an operation does not take is one.";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellationToken) =>
        {
            foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            operation.Responses ??= [];
            operation.Responses.TryAdd("default", new OpenApiResponse
            {
                Description = "A problem: what is wrong, where, and what to do.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemType] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), parameterDescription: null, cancellationToken) },
                },
            });
        });
    }
}
