using DialInsight.LanguageModels.Settings;
using Microsoft.Extensions.Options;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>What tokens cost, by the configured prices of labeller and judge.</summary>
internal sealed class ModelPrices(IOptions<ModelSettings> settings)
{
    private const decimal Million = 1_000_000;

    private readonly LanguageModelSettings _labeller = settings.Value.Labeller;
    private readonly LanguageModelSettings _judge = settings.Value.Judge;

    /// <summary>Whether any price is configured: without, every cost is 0.</summary>
    public bool AreKnown => _labeller.PricePerMillionInput + _labeller.PricePerMillionOutput + _judge.PricePerMillionInput + _judge.PricePerMillionOutput > 0;

    /// <summary>What tokens of a request cost.</summary>
    public decimal Of(ExpectedTokens tokens) => OfLabeller(tokens.LabelInput, tokens.LabelOutput) + OfJudge(tokens.JudgeInput, tokens.JudgeOutput);

    /// <summary>What tokens cost that the labeller's model reads and writes.</summary>
    public decimal OfLabeller(double input, double output) => Of(_labeller, input, output);

    /// <summary>What tokens cost that the judge's model reads and writes.</summary>
    public decimal OfJudge(double input, double output) => Of(_judge, input, output);

    private static decimal Of(LanguageModelSettings model, double input, double output) =>
        (((decimal)input * model.PricePerMillionInput) + ((decimal)output * model.PricePerMillionOutput)) / Million;
}
