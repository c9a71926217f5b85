namespace DialInsight.DomainPacks.Packs;

/// <summary>A text per language.</summary>
public sealed class LocalisedText(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>The languages there are texts for.</summary>
    public IEnumerable<string> Languages => texts.Keys;

    /// <summary>The text in a language. The pack's validation holds that it is there for each of the pack's languages.</summary>
    /// <exception cref="KeyNotFoundException">There is no text in this language.</exception>
    public string this[string language] => texts[language];
}
