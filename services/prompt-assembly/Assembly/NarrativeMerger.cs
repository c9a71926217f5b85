using DialInsight.Contracts;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Has a model merge task, guidelines and format into one narrative, led by an example that a person wrote.</summary>
internal sealed class NarrativeMerger(ILanguageModels models)
{
    /// <summary>The merged narrative of a prompt, unchecked, and what it used; the run that has it made pays. Null where the endpoint refused to merge this one for good.</summary>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    public async Task<(string Narrative, ModelSpend Spend)?> MergeAsync(PromptDocument prompt, MergeFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            ModelAnswer answer = await models.Labeller.AnswerAsync(Request(prompt, facts), cancellationToken);
            return (answer.Stop == ModelStop.Finished ? answer.Text.Trim() : "", answer.Spend);
        }
        catch (ModelRefusedRequestException)
        {
            return null;
        }
    }

    private static ModelRequest Request(PromptDocument prompt, MergeFacts facts) => new()
    {
        Purpose = ModelPurpose.Merge,
        Messages = facts.Language == "zh" ? Chinese(facts) : English(facts),
        Temperature = 0,
        Run = prompt.PaidBy,
        Work = $"prompt/{prompt.Id}/{prompt.PaidBy}",
        Facts = facts,
    };

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
