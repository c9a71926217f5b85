using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>The names that a conversation has given away, looked for in all its turns: whole, and the parts that somebody may be called by.</summary>
internal sealed class KnownNames
{
    private const int Most = 64;

    private const WordTraits Words = WordTraits.Ambiguous | WordTraits.NoName | WordTraits.Common | WordTraits.Plain | WordTraits.Place;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lower = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wordlike = new(StringComparer.Ordinal);
    private readonly HashSet<char> _surnames = [];

    /// <summary>Remembers the names found in a turn: whole Chinese names and what they are shortened to, and the parts of English ones that are no common words.</summary>
    public void Learn(FoldedText text, Findings findings)
    {
        foreach (IdentifierSpan span in findings.Found)
        {
            if (span.Type == IdentifierType.Email)
                LearnEmail(text, span);
            if (span.Type != IdentifierType.Name)
                continue;
            if (Characters.IsHan(text[span.Start]))
                LearnChinese(text, span);
            else
                LearnEnglish(text, span);
        }
    }

    /// <summary>Claims the known names of a turn.</summary>
    public void Find(FoldedText text, Findings findings)
    {
        FindTitled(text, findings);
        foreach (string name in _names)
            Find(text, text.Cased, name, findings);
        foreach (string name in _lower)
            Find(text, text.Lower, name, findings);
        foreach (string name in _wordlike)
            FindWordlike(text, name, findings);
    }

    private void LearnChinese(FoldedText text, IdentifierSpan span)
    {
        int length = span.End - span.Start;
        if (length < 2 || _names.Count >= Most)
            return;
        _names.Add(text.Cased[span.Start..span.End]);
        int surname = ChineseNames.SurnameAt(text, span.Start);
        if (surname == 0 || length - surname != 2)
            return;
        _surnames.Add(text[span.Start]);

        // A given name alone is looked for unless it is a word too.
        if (!ChineseLexicon.HasWordAt(text, span.End - 2, 2))
            _names.Add(text.Cased[(span.End - 2)..span.End]);
    }

    private void LearnEnglish(FoldedText text, IdentifierSpan span)
    {
        ReadOnlySpan<char> name = text.Cased.AsSpan(span.Start, span.End - span.Start);
        bool one = !name.Contains(' ');
        foreach (Range range in name.Split(' '))
        {
            ReadOnlySpan<char> part = name[range];
            ReadOnlySpan<char> lower = text.Lower.AsSpan(span.Start, name.Length)[range];
            WordTraits traits = EnglishLexicon.Of(lower);
            if (!one && part.Length > 3 && char.IsUpper(part[0]) && char.IsLower(part[1]) && (traits & Words) != 0 && (traits & (WordTraits.First | WordTraits.Last)) != 0 && (traits & WordTraits.Month) == 0 && _wordlike.Count < Most)
                _wordlike.Add(part.ToString());
            if (part.Length < 3 || (traits & Words) != 0 || (one && (traits & (WordTraits.First | WordTraits.Last)) == 0) || _names.Count >= Most)
                continue;

            // A word that means nothing else is the name in lower case too.
            if (part.Length >= 4 && (traits & (WordTraits.Rare | WordTraits.Upper)) == 0)
                _lower.Add(lower.ToString());
            else if (char.IsUpper(part[0]))
                _names.Add(part.ToString());
        }
    }

    // john.okonjo@…: who writes from there, or to there, is called by it too.
    private void LearnEmail(FoldedText text, IdentifierSpan span)
    {
        int at = text.Cased.IndexOf('@', span.Start, span.End - span.Start);
        if (at < 0)
            return;
        ReadOnlySpan<char> local = text.Lower.AsSpan(span.Start, at - span.Start);
        foreach (Range range in local.SplitAny('.', '_', '-'))
        {
            ReadOnlySpan<char> part = local[range].TrimEnd("0123456789");
            if (part.Length >= 4 && _names.Count < Most && part.IndexOfAnyExceptInRange('a', 'z') < 0 && EnglishLexicon.Of(part) is var traits && (traits & Words) == 0 && (traits & (WordTraits.First | WordTraits.Last | WordTraits.RareFirst)) != 0)
                _names.Add($"{char.ToUpperInvariant(part[0])}{part[1..]}");
        }
    }

    // "Grace Miller" is Grace later on, and "Grace," but what is Grace at the head of a sentence, or beside other capitals, may be the word.
    private static void FindWordlike(FoldedText text, string name, Findings findings)
    {
        for (int found = text.Cased.IndexOf(name, StringComparison.Ordinal); found >= 0; found = text.Cased.IndexOf(name, found + name.Length, StringComparison.Ordinal))
        {
            int end = found + name.Length;
            if (Characters.IsWord(text[found - 1]) || Characters.IsWord(text[end]) || text[end] == '-' || text[found - 1] == '-')
                continue;
            bool within = text[found - 1] == ' ' && (char.IsLower(text[found - 2]) || text[found - 2] == ',');
            bool called = text[end] is ',' or '!' or '?' or ':' || (text[end] is '.' or '\0' or '\n' && (within || text[found - 1] is '\0' or '\n'));
            if (called || (within && !(text[end] == ' ' && char.IsUpper(text[end + 1]))))
                findings.TryAdd(found, end, IdentifierType.Name);
        }
    }

    private static void Find(FoldedText text, string folded, string name, Findings findings)
    {
        bool han = Characters.IsHan(name[0]);
        for (int found = folded.IndexOf(name, StringComparison.Ordinal); found >= 0; found = folded.IndexOf(name, found + name.Length, StringComparison.Ordinal))
        {
            int end = found + name.Length;
            if (han || (!Characters.IsWord(text[found - 1]) && !Characters.IsWord(text[end])))
                findings.TryAdd(found, end, IdentifierType.Name);
        }
    }

    // Who was named in whole is later called by the surname, however rare it is.
    private void FindTitled(FoldedText text, Findings findings)
    {
        foreach (char surname in _surnames)
        {
            for (int index = text.Cased.IndexOf(surname); index >= 0; index = text.Cased.IndexOf(surname, index + 1))
            {
                if (ChineseNames.TitleAt(text, index + 1) > 0 && !ChineseNames.IsFunction(surname) && !ChineseNames.PairAt(text, index - 1))
                    findings.TryAdd(index, index + 1, IdentifierType.Name);
            }
        }
    }
}
