using System.Text.Json;
using DialInsight.TextAnalysis.Spelling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;

namespace DialInsight.Hosting.Http;

/// <summary>
/// Refuses a request with a query parameter that its endpoint does not take: ignored, a mistyped filter would answer another question than the one that was asked. What an
/// endpoint takes is what OpenAPI tells of it; those that it does not tell of, pages among them, are not looked at.
/// </summary>
internal sealed class ParameterCheck(RequestDelegate next, IApiDescriptionGroupCollectionProvider descriptions)
{
    // What probes and caches add to an address is nobody's mistake.
    private const string Health = "/health";

    private readonly Lazy<Dictionary<(string Method, string Pattern), string[]>> _known = new(() => Known(descriptions));

    /// <summary>Checks one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!request.QueryString.HasValue
            || request.Path.StartsWithSegments(Health)
            || context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern }
            || !_known.Value.TryGetValue((request.Method, pattern.Trim('/')), out string[]? known))
        {
            return next(context);
        }

        string[] unknown = [.. request.Query.Keys.Except(known, StringComparer.OrdinalIgnoreCase)];
        return unknown.Length == 0 ? next(context) : Refused(request, unknown, known).ExecuteAsync(context);
    }

    private static ProblemHttpResult Refused(HttpRequest request, string[] unknown, string[] known)
    {
        string takes = known.Length == 0 ? "takes none" : $"takes {string.Join(", ", known)}";
        return Problems.Invalid(
            "parameter-unknown",
            "No such parameter",
            $"{request.Method} {request.Path} has no parameter {string.Join(", ", unknown.Select(name => $"\u201C{name}\u201D{Hint(name, known)}"))}: it {takes}.",
            unknown.ToDictionary(name => name, name => new[] { $"is no parameter here{Hint(name, known)}" }));
    }

    private static string Hint(string name, string[] known) => NearestName.Find(name, known) is { } meant ? $" (did you mean {meant}?)" : "";

    private static Dictionary<(string Method, string Pattern), string[]> Known(IApiDescriptionGroupCollectionProvider descriptions) =>
        descriptions.ApiDescriptionGroups.Items
            .SelectMany(group => group.Items)
            .GroupBy(endpoint => (endpoint.HttpMethod ?? "", (endpoint.RelativePath ?? "").Trim('/')))
            .ToDictionary(
                endpoints => endpoints.Key,
                endpoints => endpoints
                    .SelectMany(endpoint => endpoint.ParameterDescriptions)
                    .Where(parameter => parameter.Source == BindingSource.Query)
                    .Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name))
                    .ToArray());
}
