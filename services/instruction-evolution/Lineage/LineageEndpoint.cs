using System.ComponentModel;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Lineage;

/// <summary>Lineage over HTTP.</summary>
internal static class LineageEndpoint
{
    public static void MapLineage(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/instructions/{id}/lineage", GetAsync).WithTags("Instructions")
            .WithSummary("The tree that an instruction belongs to, from its seed on; `format=mermaid` draws it.");

    private static async Task<IResult> GetAsync(
        string id, [Description("mermaid for a drawing; JSON otherwise.")] string? format, InstructionEvolutionStore store, BatchInstructions instructions, CancellationToken cancellationToken)
    {
        if (format is not (null or "json" or "mermaid"))
            return Problems.Invalid("format-invalid", "There is no such format", "format must be json or mermaid.");
        if (await store.Instructions.FindAsync(id, cancellationToken) is not { } found)
            return InstructionEndpoints.Unknown(id);

        List<Versioned<InstructionDocument>> line = await instructions.ReadAsync(Query.All.Where("root", found.Document.RootId), cancellationToken);
        if (LineageTree.Build(line, found.Document.RootId) is not { } tree)
            return InstructionEndpoints.Unknown(found.Document.RootId);
        return format == "mermaid" ? TypedResults.Text(LineageTree.Mermaid(tree), "text/plain; charset=utf-8") : TypedResults.Ok(tree);
    }
}
