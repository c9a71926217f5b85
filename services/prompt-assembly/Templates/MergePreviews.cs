using DialInsight.Contracts;
using DialInsight.LanguageModels;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Estimates;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>Shows what a model makes of a prompt's parts where a recipe has it merge them: as a run would ask, out of the same cache, and on an account of its own.</summary>
internal sealed class MergePreviews(NarrativeMerger merger, ModelPrices prices)
{
    /// <summary>What came of merging, as far as it is known or asked for.</summary>
    /// <param name="draft">The prompt.</param>
    /// <param name="isAsked">Whether the model may be asked where nothing is kept.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    public async Task<PreviewMerge> ShowAsync(PreviewDraft draft, bool isAsked, CancellationToken cancellationToken)
    {
        MergeParts parts = MergeParts.Of(draft.Choice, draft.Instruction.Text, draft.Language);
        MergedNarrative? merged = isAsked
            ? await merger.MergeAsync(parts, request => request with { Account = $"templates/{draft.Pack.Name}" }, cancellationToken)
            : await merger.FindAsync(parts, cancellationToken);
        // A narrative is about as long as what it is made of.
        int input = NarrativeMerger.Request(parts).Messages.Sum(message => Tokenizer.Qwen.Count(message.Text)), output = Tokenizer.Qwen.Count(parts.Assembled);
        return new PreviewMerge(new MergeEstimate(input, output, prices.OfLabeller(input, output)), merged is null ? null : PreviewNarrative.Of(merged, output, draft.Preview.Tokens.Whole));
    }
}

/// <summary>Merging as a preview tells of it.</summary>
/// <param name="Expected">What asking the model takes.</param>
/// <param name="Narrative">What came of it; null where nobody has asked for it yet.</param>
internal sealed record PreviewMerge(MergeEstimate Expected, PreviewNarrative? Narrative)
{
    public static PreviewMerge Unknown { get; } = new(new MergeEstimate(0, 0, 0), null);
}

/// <summary>What asking the model takes, about.</summary>
/// <param name="InputTokens">Tokens it reads (Qwen).</param>
/// <param name="OutputTokens">Tokens it writes, about.</param>
/// <param name="Cost">In the currency of the configured prices; 0 without any.</param>
internal sealed record MergeEstimate(int InputTokens, int OutputTokens, decimal Cost);

/// <summary>A merged narrative.</summary>
/// <param name="Text">The narrative, which stands after the dialogue in place of task, guidelines and format.</param>
/// <param name="IsUsed">Whether runs send it; where not, they send the parts one after another.</param>
/// <param name="Problem">Why it is not used; null where it is.</param>
/// <param name="Tokens">Its tokens (Qwen).</param>
/// <param name="Whole">The tokens of the whole prompt with it.</param>
/// <param name="Spend">What it cost just now; no calls where it was there already. Null where the endpoint refused.</param>
internal sealed record PreviewNarrative(string Text, bool IsUsed, NarrativeProblem? Problem, int Tokens, int Whole, ModelSpend? Spend)
{
    public static PreviewNarrative Of(MergedNarrative merged, int assembled, int whole)
    {
        int tokens = Tokenizer.Qwen.Count(merged.Text);
        return new PreviewNarrative(merged.Text, merged.Problem is null, merged.Problem, tokens, merged.Problem is null ? whole - assembled + tokens : whole, merged.Spend);
    }
}
