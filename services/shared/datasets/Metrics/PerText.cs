namespace DialInsight.Datasets.Metrics;

/// <summary>One measure for each of a sample's texts.</summary>
/// <typeparam name="T">The measure.</typeparam>
/// <param name="Prompt">Of the prompt without its dialogue.</param>
/// <param name="Input">Of the dialogue.</param>
/// <param name="Target">Of the answer.</param>
public sealed record PerText<T>(T Prompt, T Input, T Target)
{
    /// <summary>The same measure of each text, as something else.</summary>
    public PerText<TOther> Select<TOther>(Func<T, TOther> shape) => new(shape(Prompt), shape(Input), shape(Target));
}
