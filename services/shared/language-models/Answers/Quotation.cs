using DialInsight.Storage;

namespace DialInsight.LanguageModels.Answers;

/// <summary>The request behind a kept answer quoted this transcript too. Most requests quote one, which the answer itself names.</summary>
/// <param name="Transcript">The transcript.</param>
/// <param name="Answer">The answer's key.</param>
internal sealed record Quotation(string Transcript, string Answer)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<Quotation> Collection { get; } =
        new("quotations", quotation => IdOf(quotation.Transcript, quotation.Answer), new IndexedField<Quotation>("transcript", quotation => quotation.Transcript));

    /// <summary>The identity of a quotation.</summary>
    public static string IdOf(string transcript, string answer) => DeterministicId.Of(64, transcript, answer);
}
