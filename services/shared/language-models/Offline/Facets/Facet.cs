using System.Text.RegularExpressions;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Facets;

/// <summary>Something conversations are about, known by its words; a field's name or description tells which facet it asks for.</summary>
internal sealed class Facet
{
    private readonly string[] _fieldWords;

    /// <summary>A facet by its words.</summary>
    /// <param name="id">What fields are usually called that ask for it.</param>
    /// <param name="titles">What people call it, per language: <c>(zh, en)</c>.</param>
    /// <param name="fieldWords">Words in field names and descriptions that ask for it, separated by spaces.</param>
    /// <param name="cue">Words in a sentence that speak of it.</param>
    /// <param name="value">How its values look; null where only whole sentences tell of it.</param>
    public Facet(string id, (string Chinese, string English) titles, string fieldWords, Cue cue, string? value = null)
    {
        Id = id;
        Titles = titles;
        Cue = cue;
        _fieldWords = fieldWords.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Value = value is null ? null : new Regex(value, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>What fields are usually called that ask for it.</summary>
    public string Id { get; }

    /// <summary>What people call it.</summary>
    public (string Chinese, string English) Titles { get; }

    /// <summary>Words in a sentence that speak of it.</summary>
    public Cue Cue { get; }

    /// <summary>How its values look: group 1, or else the whole match; null where only whole sentences tell of it.</summary>
    public Regex? Value { get; }

    /// <summary>What people call it in a language.</summary>
    public string Title(string language) => language == "zh" ? Titles.Chinese : Titles.English;

    /// <summary>How surely a field's name or description asks for this facet: the length of the longest word found in it, a Chinese character counting as three letters; 0 for none.</summary>
    public int AskedForBy(string text)
    {
        int longest = 0;
        foreach (string word in _fieldWords)
        {
            int strength = char.IsAscii(word[0]) ? word.Length : word.Length * 3;
            if (strength > longest && text.Contains(word, StringComparison.OrdinalIgnoreCase))
                longest = strength;
        }

        return longest;
    }

    /// <summary>The facet's first value in a text, or null.</summary>
    public string? ValueIn(string text)
    {
        Match? match = Value?.Match(text);
        if (match is not { Success: true })
            return null;
        string value = match.Groups.Count > 1 && match.Groups[1].Success ? match.Groups[1].Value : match.Value;
        return value.Trim();
    }
}
