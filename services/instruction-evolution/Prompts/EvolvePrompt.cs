using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Prompts;

/// <summary>Asks a model to make an instruction out of another; scenario, roles and dialogue travel with it, so that it stays grounded.</summary>
internal static class EvolvePrompt
{
    private const string Schema =
        """{"type":"object","additionalProperties":false,"required":["instruction","gain"],"properties":{"instruction":{"type":"string"},"gain":{"type":"boolean"}}}""";

    /// <summary>As lineage records it: the prompt and the operator's text.</summary>
    public static string Version(CellSubject subject, OperatorMethod method) => $"{Prompt(subject, InstructionPrompt.Evolve).Reference}+{method.Reference}";

    /// <summary>The request to evolve an instruction by an operator's method.</summary>
    public static ModelRequest Request(CellSubject subject, OperatorMethod method, string instruction, IReadOnlyList<Turn> dialogue, string? transcriptId)
    {
        Dictionary<string, string> values = PromptTemplate.About(subject, dialogue);
        values["method"] = method.Text;
        values["instruction"] = instruction;
        return Request(subject, InstructionPrompt.Evolve, method.Operator, instruction, dialogue, transcriptId, values);
    }

    /// <summary>As lineage records suggestions.</summary>
    public static string SuggestionVersion(CellSubject subject) => Prompt(subject, InstructionPrompt.Suggest).Reference;

    /// <summary>The request for a better version to show to a reviewer.</summary>
    public static ModelRequest Suggestion(CellSubject subject, string instruction, string? guidance, int draw, IReadOnlyList<Turn> dialogue, string? transcriptId)
    {
        Dictionary<string, string> values = PromptTemplate.About(subject, dialogue);
        values["guidance"] = string.IsNullOrWhiteSpace(guidance) ? "-" : guidance;
        values["instruction"] = instruction;
        return Request(subject, InstructionPrompt.Suggest, "rewrite", instruction, dialogue, transcriptId, values) with { Draw = draw };
    }

    private static ModelRequest Request(
        CellSubject subject, string prompt, string @operator, string instruction, IReadOnlyList<Turn> dialogue, string? transcriptId, Dictionary<string, string> values) => new()
        {
            Purpose = ModelPurpose.Evolve,
            Messages = PromptTemplate.Messages(Prompt(subject, prompt), values),
            ResponseSchema = Schema,
            Facts = new EvolveFacts(subject.Language, subject.Pack, subject.Scenario, subject.TaskType, dialogue, @operator, instruction),
            Transcripts = transcriptId is null ? [] : [transcriptId],
        };

    private static InstructionPrompt Prompt(CellSubject subject, string id) => subject.Pack.Prompt(subject.Language, id);
}
