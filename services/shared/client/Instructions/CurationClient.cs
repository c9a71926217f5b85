using System.Net.Http.Json;
using DialInsight.Client.Http;

namespace DialInsight.Client.Instructions;

/// <summary>Instructions one by one, as people work through them at the gates.</summary>
public sealed class CurationClient
{
    private readonly HttpClient _http;

    internal CurationClient(HttpClient http) => _http = http;

    /// <summary>A page of instructions, oldest first unless the newest are wanted.</summary>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<InstructionPage> ListAsync(InstructionFilter filter, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(
            ServiceResponse.With(
                "/instructions", ("limit", limit), ("cursor", cursor), ("gate", filter.Gate), ("state", filter.State), ("scenario", filter.Scenario),
                ("taskType", filter.TaskType), ("newest", filter.Newest ? "true" : null)),
            cancellationToken).ReadAsync<InstructionPage>(cancellationToken);

    /// <summary>An instruction with its history, and what the rules find about it.</summary>
    /// <exception cref="ServiceException">There is no such instruction.</exception>
    public Task<InstructionView> GetAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/instructions/{Uri.EscapeDataString(id)}", cancellationToken).ReadAsync<InstructionView>(cancellationToken);

    /// <summary>The tree that an instruction belongs to, from its seed on.</summary>
    /// <exception cref="ServiceException">There is no such instruction.</exception>
    public Task<LineageView> LineageAsync(string id, CancellationToken cancellationToken) =>
        _http.GetAsync($"/instructions/{Uri.EscapeDataString(id)}/lineage", cancellationToken).ReadAsync<LineageView>(cancellationToken);

    /// <summary>Decides on an instruction at the gate it waits at; answers it, or the version that took its place.</summary>
    /// <exception cref="ServiceException">Somebody else decided first (409), or the decision is not valid.</exception>
    public Task<InstructionView> DecideAsync(string id, InstructionDecision decision, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync($"/instructions/{Uri.EscapeDataString(id)}/decision", decision, ServiceResponse.Json, cancellationToken)
            .ReadAsync<InstructionView>(cancellationToken);

    /// <summary>Takes back the last decision of a person, as long as nothing was built on it.</summary>
    /// <exception cref="ServiceException">Something was built on it.</exception>
    public Task<InstructionView> UndoAsync(string id, CancellationToken cancellationToken) =>
        _http.PostAsJsonAsync($"/instructions/{Uri.EscapeDataString(id)}/undo", new { }, cancellationToken).ReadAsync<InstructionView>(cancellationToken);

    /// <summary>A page of the batches, newest first.</summary>
    /// <param name="state">Where they stand; null is any.</param>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<BatchPage> BatchesAsync(string? state, string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/batches", ("limit", limit), ("cursor", cursor), ("state", state)), cancellationToken).ReadAsync<BatchPage>(cancellationToken);
}
