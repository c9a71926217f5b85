namespace DialInsight.LanguageModels;

/// <summary>The models of this process.</summary>
public interface ILanguageModels
{
    /// <summary>Writes instructions, narratives and labels: settings under <c>LanguageModel:</c>.</summary>
    ILanguageModel Labeller { get; }

    /// <summary>Judges labels: settings under <c>Judge:</c>, which fall back one by one to those under <c>LanguageModel:</c>.</summary>
    ILanguageModel Judge { get; }
}
