using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>The names that a conversation has given away, looked for in all its turns.</summary>
internal sealed class KnownNames
{
    private const int Most = 64;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<char> _surnames = [];

    /// <summary>Remembers the names found in a turn: whole Chinese names, and the parts of English ones that are no common words.</summary>
    public void Learn(FoldedText text, Findings findings)
    {
        foreach (IdentifierSpan span in findings.Spans())
        {
            if (span.Type != IdentifierType.Name)
                continue;
            string name = text.Cased[span.Start..span.End];
            if (Characters.IsHan(name[0]))
            {
                if (name.Length >= 2)
                    Remember(name);
                if (name.Length == 3 && _surnames.Count < Most)
                    _surnames.Add(name[0]);
                continue;
            }

            string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 1 && (EnglishLexicon.Of(name.ToLowerInvariant()) & (WordTraits.First | WordTraits.Last)) == 0)
                continue;
            foreach (string part in parts)
            {
                if (part.Length >= 3 && char.IsUpper(part[0]) && (EnglishLexicon.Of(part.ToLowerInvariant()) & (WordTraits.Ambiguous | WordTraits.NoName | WordTraits.Common | WordTraits.Place)) == 0)
                    Remember(part);
            }
        }
    }

    /// <summary>Claims the known names of a turn.</summary>
    public void Find(FoldedText text, Findings findings)
    {
        FindTitled(text, findings);
        foreach (string name in _names)
        {
            bool han = Characters.IsHan(name[0]);
            for (int found = text.Cased.IndexOf(name, StringComparison.Ordinal); found >= 0; found = text.Cased.IndexOf(name, found + name.Length, StringComparison.Ordinal))
            {
                int end = found + name.Length;
                if (han || (!Characters.IsWord(text[found - 1]) && !Characters.IsWord(text[end])))
                    findings.TryAdd(found, end, IdentifierType.Name);
            }
        }
    }

    // Who was named in whole is later called by the surname, however rare it is.
    private void FindTitled(FoldedText text, Findings findings)
    {
        for (int index = 0; index < text.Length && _surnames.Count > 0; index++)
        {
            if (_surnames.Contains(text[index]) && ChineseNames.TitleAt(text, index + 1) > 0 && !ChineseNames.IsFunction(text[index]) && !ChineseNames.PairAt(text, index - 1))
                findings.TryAdd(index, index + 1, IdentifierType.Name);
        }
    }

    private void Remember(string name)
    {
        if (_names.Count < Most)
            _names.Add(name);
    }
}
