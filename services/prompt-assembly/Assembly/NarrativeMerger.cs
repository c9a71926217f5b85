using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Has a model merge task, guidelines and format into one narrative, led by an example that a person wrote.</summary>
internal sealed class NarrativeMerger(ILanguageModels models)
{
    /// <summary>Merges, whoever pays.</summary>
    /// <param name="parts">What is merged.</param>
    /// <param name="pay">Names the run or the account that pays, and the piece of work.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    public async Task<MergedNarrative> MergeAsync(MergeParts parts, Func<ModelRequest, ModelRequest> pay, CancellationToken cancellationToken)
    {
        try
        {
            return Of(parts, await models.Labeller.AnswerAsync(pay(Request(parts)), cancellationToken));
        }
        catch (ModelRefusedRequestException)
        {
            return new MergedNarrative("", new NarrativeProblem(NarrativeFault.Refused, null, "the model refused to merge the parts"), null, FromCache: false);
        }
    }

    /// <summary>What merging has given before; null where nobody has asked for it yet. Asks no model.</summary>
    public async Task<MergedNarrative?> FindAsync(MergeParts parts, CancellationToken cancellationToken) =>
        await models.Labeller.FindAsync(Request(parts), cancellationToken) is { } kept ? Of(parts, kept) : null;

    /// <summary>What the model is asked.</summary>
    public static ModelRequest Request(MergeParts parts) => new()
    {
        Purpose = ModelPurpose.Merge,
        Messages = parts.Facts.Language == "zh" ? Chinese(parts.Facts) : English(parts.Facts),
        Temperature = 0,
        Facts = parts.Facts,
    };

    private static MergedNarrative Of(MergeParts parts, ModelAnswer answer)
    {
        string narrative = answer.Stop == ModelStop.Finished ? answer.Text.Trim() : "";
        return new MergedNarrative(narrative, NarrativeCheck.Problem(narrative, parts.Assembled, parts.Format), answer.Spend, answer.FromCache);
    }

    private static ModelMessage[] Chinese(MergeFacts facts) =>
    [
        new("system", "你是一名提示词编辑。请把任务、要求和输出格式合并成一段连贯、自然、没有重复的任务叙述，供另一个模型执行。所有字段名和可选值必须逐字保留；不要增加新的要求，不要回答任务本身，只输出合并后的叙述。"),
        new("user", "【任务】\n概括客户的诉求。\n\n【要求】\n只依据对话；不确定的内容写 null。\n\n【输出格式】\n输出 JSON，字段：诉求（文本）、紧急程度（高、中、低 之一）。"),
        new("assistant", "请只依据对话内容概括客户的诉求，并以 JSON 输出：字段“诉求”写明客户想解决的问题，字段“紧急程度”从 高、中、低 中选择一个；对话里没有说清的内容写 null。"),
        new("user", $"【任务】\n{facts.Task}\n\n【要求】\n{facts.Guidelines}\n\n【输出格式】\n{facts.Format}"),
    ];

    private static ModelMessage[] English(MergeFacts facts) =>
    [
        new("system", "You edit prompts. Merge the task, the guidelines and the output format into one coherent, natural narrative without repetition, for another model to carry out. Keep every field name and every choice word for word; add no requirement; do not answer the task; write the narrative only."),
        new("user", "[Task]\nSum up what the customer asks for.\n\n[Guidelines]\nUse the dialogue only; write null where it does not say.\n\n[Output format]\nJSON with the fields: request (text), urgency (one of high, medium, low)."),
        new("assistant", "From the dialogue alone, sum up what the customer asks for and answer in JSON: put the problem to be solved into \"request\", choose \"urgency\" from high, medium or low, and write null for whatever the dialogue leaves open."),
        new("user", $"[Task]\n{facts.Task}\n\n[Guidelines]\n{facts.Guidelines}\n\n[Output format]\n{facts.Format}"),
    ];
}

/// <summary>What is merged into one narrative.</summary>
/// <param name="Facts">Task, guidelines and format.</param>
/// <param name="Assembled">The same, one after another: what is sent where merging fails.</param>
/// <param name="Format">The output format, whose names have to stay.</param>
internal sealed record MergeParts(MergeFacts Facts, string Assembled, OutputFormat Format)
{
    /// <summary>Those of a choice of parts.</summary>
    public static MergeParts Of(PartChoice choice, string instruction, string language) => new(
        new MergeFacts(language, PromptText.Task(choice, instruction), PromptText.Guidelines(choice), PromptText.Format(choice, language)),
        PromptText.Narrative(choice, instruction, language),
        choice.Format);
}

/// <summary>What came of merging.</summary>
/// <param name="Text">The narrative; empty where there is none.</param>
/// <param name="Problem">Why it cannot be used; null where it can.</param>
/// <param name="Spend">What it used; null where the endpoint refused.</param>
/// <param name="FromCache">Whether the model was asked for it before.</param>
internal sealed record MergedNarrative(string Text, NarrativeProblem? Problem, ModelSpend? Spend, bool FromCache);
