using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Templates;

/// <summary>Template parts over HTTP.</summary>
public sealed class TemplatesClient
{
    private readonly HttpClient _http;

    internal TemplatesClient(HttpClient http) => _http = http;

    /// <summary>The parts as they are now.</summary>
    /// <param name="domain">The domain pack; null is any.</param>
    /// <param name="language">The language; null is any.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <param name="retired">Those that were retired, as they were last, instead.</param>
    public Task<IReadOnlyList<TemplateView>> ListAsync(string? domain, string? language, CancellationToken cancellationToken, bool retired = false) =>
        _http.GetAsync(ServiceResponse.With("/templates", ("domain", domain), ("language", language), ("retired", retired ? "true" : null)), cancellationToken).ReadAsync<IReadOnlyList<TemplateView>>(cancellationToken);

    /// <summary>A part with its versions, once for each pack and language that has it.</summary>
    /// <exception cref="ServiceException">There is no such part.</exception>
    public Task<IReadOnlyList<TemplateHistory>> GetAsync(string id, string? domain, string? language, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With($"/templates/{Uri.EscapeDataString(id)}", ("domain", domain), ("language", language)), cancellationToken)
            .ReadAsync<IReadOnlyList<TemplateHistory>>(cancellationToken);

    /// <summary>A prompt as a run would send it, with a part that is not kept yet. Keeps nothing.</summary>
    /// <exception cref="ServiceException">There is no such domain, scenario, task type or transcript.</exception>
    public Task<PreviewView> PreviewAsync(PreviewWish wish, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync("/templates/preview", wish, ServiceResponse.Json, cancellationToken).ReadAsync<PreviewView>(cancellationToken);

    /// <summary>Edits one part: a new version, in force over the pack's files.</summary>
    /// <exception cref="ServiceException">The text is not valid, or the key may not.</exception>
    public Task<IReadOnlyList<TemplateHistory>> PutAsync(TemplateView part, CancellationToken cancellationToken)
    {
        // As a pack's files spell it.
        Dictionary<string, string> edited = new()
        {
            ["id"] = part.Id,
            ["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(part.Kind),
            ["text"] = part.Text,
        };
        if (part.Scenario is not null)
            edited["scenario"] = part.Scenario;
        if (part.TaskType is not null)
            edited["task"] = part.TaskType;
        return _http.PutAsJsonAsync("/templates", new { domain = part.Domain, language = part.Language, parts = new[] { edited } }, ServiceResponse.Json, cancellationToken)
            .ReadAsync<IReadOnlyList<TemplateHistory>>(cancellationToken);
    }

    /// <summary>Retires a part: prompts are not made of it any more. Runs under way keep it, and an edit brings it back.</summary>
    /// <exception cref="ServiceException">It is no part, its kind would be left without one, or the key may not.</exception>
    public Task<IReadOnlyList<TemplateHistory>> RetireAsync(string domain, string language, string id, CancellationToken cancellationToken) =>
        _http.PutAsJsonAsync("/templates", new { domain, language, retire = new[] { id } }, ServiceResponse.Json, cancellationToken).ReadAsync<IReadOnlyList<TemplateHistory>>(cancellationToken);
}
