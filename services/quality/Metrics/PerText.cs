namespace DialInsight.Quality.Metrics;

/// <summary>One measure for each of a sample's texts.</summary>
/// <param name="Prompt">Of the prompt without its dialogue.</param>
/// <param name="Input">Of the dialogue.</param>
/// <param name="Target">Of the answer.</param>
internal sealed record PerText<T>(T Prompt, T Input, T Target)
{
    /// <summary>The same measure of each text, as something else.</summary>
    public PerText<TOther> Select<TOther>(Func<T, TOther> shape) => new(shape(Prompt), shape(Input), shape(Target));
}
