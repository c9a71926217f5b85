using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.InstructionEvolution.Tuning;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution;

/// <summary>This service's collections. Writes that tell of facts go through the fact logs of batches and instructions.</summary>
internal sealed class InstructionEvolutionStore(IDocumentStoreFactory stores)
{
    public const string Database = "instruction-evolution";

    public IDocumentCollection<TranscriptDocument> Transcripts { get; } = stores.Open(Database).Collection(TranscriptDocument.Definition);

    public IDocumentCollection<InstructionDocument> Instructions { get; } = stores.Open(Database).Collection(InstructionDocument.Definition);

    public IDocumentCollection<BatchDocument> Batches { get; } = stores.Open(Database).Collection(BatchDocument.Definition);

    public IDocumentCollection<TuningDocument> Tunings { get; } = stores.Open(Database).Collection(TuningDocument.Definition);

    public IDocumentCollection<AdoptedMethod> Methods { get; } = stores.Open(Database).Collection(AdoptedMethod.Definition);

    public IDocumentCollection<EndedRunDocument> EndedRuns { get; } = stores.Open(Database).Collection(EndedRunDocument.Definition);
}
