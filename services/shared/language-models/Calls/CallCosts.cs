using DialInsight.Contracts;
using DialInsight.LanguageModels.Settings;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.LanguageModels.Calls;

/// <summary>What calls use, in tokens and money.</summary>
internal static class CallCosts
{
    /// <summary>A quick guess at a request's input tokens for the rate limit: 3 bytes of UTF-8 a token fit English and Chinese alike, within a third.</summary>
    public static long Guess(ModelRequest request) => request.Messages.Sum(message => (long)System.Text.Encoding.UTF8.GetByteCount(message.Text)) / 3;

    /// <summary>What an answer used. Tokens that the endpoint does not tell are counted with the Qwen tokenizer.</summary>
    public static ModelSpend Of(ModelRequest request, EndpointAnswer answer, LanguageModelSettings settings, int calls)
    {
        long input = answer.InputTokens ?? request.Messages.Sum(message => (long)Tokenizer.Qwen.Count(message.Text));
        long output = answer.OutputTokens ?? Tokenizer.Qwen.Count(answer.Text);
        decimal cost = ((input * settings.PricePerMillionInput) + (output * settings.PricePerMillionOutput)) / 1_000_000;
        return new ModelSpend(request.Purpose, answer.Model ?? settings.Model, calls, input, output, cost);
    }
}
