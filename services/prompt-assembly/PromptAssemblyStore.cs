using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Recipes;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Templates;
using DialInsight.PromptAssembly.Transcripts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly;

/// <summary>This service's collections. Those whose documents tell of facts are written through their fact logs.</summary>
internal sealed class PromptAssemblyStore(IDocumentStoreFactory stores)
{
    public const string Database = "prompt-assembly";

    public IDocumentCollection<TranscriptDocument> Transcripts { get; } = stores.Open(Database).Collection(TranscriptDocument.Definition);

    public IDocumentCollection<InstructionDocument> Instructions { get; } = stores.Open(Database).Collection(InstructionDocument.Definition);

    public IDocumentCollection<SelectionDocument> Selections { get; } = stores.Open(Database).Collection(SelectionDocument.Definition);

    public IDocumentCollection<TemplateEditDocument> TemplateEdits { get; } = stores.Open(Database).Collection(TemplateEditDocument.Definition);

    public IDocumentCollection<RecipeDocument> Recipes { get; } = stores.Open(Database).Collection(RecipeDocument.Definition);

    public IDocumentCollection<BatchDocument> Batches { get; } = stores.Open(Database).Collection(BatchDocument.Definition);

    public IDocumentCollection<PromptDocument> Prompts { get; } = stores.Open(Database).Collection(PromptDocument.Definition);

    public IDocumentCollection<RunDocument> Runs { get; } = stores.Open(Database).Collection(RunDocument.Definition);

    public IDocumentCollection<CellDocument> Cells { get; } = stores.Open(Database).Collection(CellDocument.Definition);

    public IDocumentCollection<DialogueChunk> Dialogues { get; } = stores.Open(Database).Collection(DialogueChunk.Definition);

    public IDocumentCollection<AttemptDocument> Attempts { get; } = stores.Open(Database).Collection(AttemptDocument.Definition);

    public IDocumentCollection<RedriveDocument> Redrives { get; } = stores.Open(Database).Collection(RedriveDocument.Definition);

    public IDocumentCollection<RequestDocument> Requests { get; } = stores.Open(Database).Collection(RequestDocument.Definition);
}
