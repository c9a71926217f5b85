using DialInsight.Pseudonyms.Names;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms;

/// <summary>
/// Replaces the turns of one conversation together. A name that one turn gives away (我叫…, "my name is …") is replaced wherever else it is said, and a bare
/// number is understood from the question before it. Surrogates are the same as those of single texts under the same key.
/// </summary>
public sealed class ConversationPseudonyms
{
    private readonly Pseudonymiser _pseudonymiser;
    private readonly string? _language;

    internal ConversationPseudonyms(Pseudonymiser pseudonymiser, string? language)
    {
        _pseudonymiser = pseudonymiser;
        _language = language;
    }

    /// <summary>The turns with surrogates, one for each in the same order.</summary>
    public IReadOnlyList<PseudonymisedText> Replace(IReadOnlyList<string> turns)
    {
        var known = new KnownNames();
        var texts = new FoldedText[turns.Count];
        var findings = new Findings[turns.Count];
        for (int index = 0; index < turns.Count; index++)
        {
            texts[index] = new FoldedText(turns[index]);
            findings[index] = Pseudonymiser.Detect(texts[index], index == 0 ? null : turns[index - 1]);
            known.Learn(texts[index], findings[index]);
        }

        var replaced = new PseudonymisedText[turns.Count];
        for (int index = 0; index < turns.Count; index++)
        {
            known.Find(texts[index], findings[index]);
            replaced[index] = _pseudonymiser.Replace(texts[index], findings[index]);
        }

        return replaced;
    }
}
