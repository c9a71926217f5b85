using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>The names that a conversation has given away, looked for in all its turns.</summary>
internal sealed class KnownNames
{
    private const int Most = 64;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

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
                continue;
            }

            string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 1 && !EnglishNames.IsFirst(name.ToLowerInvariant()) && !EnglishNames.IsLast(name.ToLowerInvariant()))
                continue;
            foreach (string part in parts)
            {
                if (part.Length >= 3 && char.IsUpper(part[0]) && !EnglishNames.IsAmbiguous(part.ToLowerInvariant()))
                    Remember(part);
            }
        }
    }

    /// <summary>Claims the known names of a turn.</summary>
    public void Find(FoldedText text, Findings findings)
    {
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

    private void Remember(string name)
    {
        if (_names.Count < Most)
            _names.Add(name);
    }
}
