using System.Globalization;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Prompts;

/// <summary>Asks a model for new instructions, grounded in scenario, roles, a real dialogue and examples.</summary>
internal static class SeedPrompt
{
    private const string Schema =
        """{"type":"object","additionalProperties":false,"required":["instructions"],"properties":{"instructions":{"type":"array","items":{"type":"string"}}}}""";

    /// <summary>As lineage records it.</summary>
    public static string Version(CellSubject subject) => Prompt(subject).Reference;

    /// <summary>The request for one draw.</summary>
    public static ModelRequest Request(CellSubject subject, SeedPlan plan, IReadOnlyList<Turn> dialogue, int draw)
    {
        Dictionary<string, string> values = PromptTemplate.About(subject, dialogue);
        values["examples"] = plan.Examples.Count == 0 ? "-" : string.Join('\n', plan.Examples.Select((example, index) => $"{index + 1}. {example}"));
        values["count"] = plan.Ask.ToString(CultureInfo.InvariantCulture);
        return new ModelRequest
        {
            Purpose = ModelPurpose.Seed,
            Messages = PromptTemplate.Messages(Prompt(subject), values),
            ResponseSchema = Schema,
            Draw = draw,
            Facts = new SeedFacts(subject.Language, subject.Pack, subject.Scenario, subject.TaskType, dialogue, plan.Ask, plan.Examples),
            Transcripts = plan.TranscriptId is { } id ? [id] : [],
        };
    }

    private static InstructionPrompt Prompt(CellSubject subject) => subject.Pack.Prompt(subject.Language, InstructionPrompt.Seed);
}
