using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Sampling;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>One part of each kind and an output format, chosen by a seed. The choice is recorded with every sample.</summary>
internal sealed record PartChoice(IReadOnlyDictionary<TemplatePartKind, TemplatePart> Parts, OutputFormat Format, int FormatEdition)
{
    /// <summary>Draws a choice for variant <paramref name="variant"/> of an instruction. Every suitable part of a kind is equally likely,
    /// and so is every format that suits the instruction.</summary>
    public static PartChoice Draw(DomainPack pack, string language, string scenario, TaskType taskType, InstructionDocument instruction, int variant, long seed)
    {
        var random = new SeededRandom(seed, "parts", instruction.Id, $"{variant}");
        var parts = new Dictionary<TemplatePartKind, TemplatePart>();
        foreach (TemplatePartKind kind in Enum.GetValues<TemplatePartKind>())
        {
            TemplatePart[] suitable = [.. pack.TemplateParts.Where(part => part.Kind == kind && Suits(part, language, scenario, taskType.Id))];
            if (suitable.Length > 0)
                parts[kind] = suitable[random.Below(suitable.Length)];
        }

        LocalisedFormat[] known = [.. pack.FormatsOf(taskType, language)];
        OutputFormat[] formats = [.. known.Select(format => format.Format)];

        // Where every format names its fields, one may ask for something else than the instruction does; an open one among them holds any answer,
        // and the draw keeps the prompts varied.
        bool closed = formats.All(format => format.Fields.Count > 0);
        IReadOnlyList<OutputFormat> suited = closed ? FormatFit.Best(instruction.Text, formats, language) : formats;
        OutputFormat drawn = suited[random.Below(suited.Count)];
        return new PartChoice(parts, drawn, known.First(format => format.Format.Id == drawn.Id).Edition);
    }

    /// <summary>The choice with placeholders filled in all its parts.</summary>
    public PartChoice Fill(params (string Name, string Value)[] values) =>
        this with { Parts = Parts.ToDictionary(part => part.Key, part => part.Value with { Text = PromptText.Fill(part.Value.Text, values) }) };

    /// <summary>The part's text, or nothing where the pack has no such part.</summary>
    public string Text(TemplatePartKind kind) => Parts.TryGetValue(kind, out TemplatePart? part) ? part.Text.Trim() : "";

    private static bool Suits(TemplatePart part, string language, string scenario, string taskType) =>
        part.Language == language
        && (part.Scenario is null || part.Scenario == scenario)
        && (part.TaskType is null || part.TaskType == taskType);
}
