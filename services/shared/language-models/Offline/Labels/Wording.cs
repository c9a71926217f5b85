using System.Buffers;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Labels;

/// <summary>Small pieces of wording in the language of an answer.</summary>
internal static class Wording
{
    private const int ShortHan = 36;
    private const int ShortLatin = 110;
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?.");

    /// <summary>A sentence as its speaker's: who, and what was said or asked.</summary>
    public static string Reported(LabelWork work, Sentence sentence)
    {
        if (!work.Chinese)
            return $"{Capital(sentence.Speaker.Name)} {Verb(work, sentence)}: {Inline(sentence.Clean)}";
        return $"{sentence.Speaker.Name}{Verb(work, sentence)}：{Inline(sentence.Clean)}";
    }

    /// <summary>A sentence quoted word for word, with its speaker.</summary>
    public static string Quoted(LabelWork work, Sentence sentence) =>
        work.Chinese ? $"{sentence.Speaker.Name}说“{Unended(sentence.Text)}”" : $"{sentence.Speaker.Name} said \"{Unended(sentence.Text)}\"";

    /// <summary>A text without the stop at its end, so that it can stand inside a sentence.</summary>
    public static string Unended(string text) => text.TrimEnd('。', '.', '；', ';', '，', ',', ' ');

    /// <summary>A text that begins a sentence.</summary>
    public static string Capital(string text) => text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>A sentence cut down to a short phrase at a pause.</summary>
    public static string Short(string text)
    {
        int limit = text.Length > 0 && Terms.IsHan(text[text.Length / 2]) ? ShortHan : ShortLatin;
        if (text.Length <= limit)
            return text;
        int pause = text.AsSpan(0, limit).LastIndexOfAny('，', ',', '、');
        if (pause < limit / 3)
            pause = text.AsSpan(0, limit).LastIndexOf(' ');
        return text[..(pause < limit / 3 ? Whole(text, limit) : pause)].Trim();
    }

    /// <summary>Joins names as a reader would.</summary>
    public static string Join(IReadOnlyList<string> names, bool chinese) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => chinese ? string.Join('、', names) : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    /// <summary>A text without line breaks, so that it can stand inside a line or a table's cell.</summary>
    public static string Inline(string text) => text.AsSpan().IndexOfAny('\n', '\r', '|') < 0 ? text : text.Replace('\n', ' ').Replace('\r', ' ').Replace('|', '/');

    /// <summary>A text with the mark that ends it.</summary>
    public static string Ended(string text, bool chinese) =>
        text.Length > 0 && text[^1] is '。' or '！' or '？' or '.' or '!' or '?' ? text : text + (chinese ? "。" : ".");

    /// <summary>Cuts a text that is too long at the end of a sentence, or else at the limit.</summary>
    public static string Within(string text, int? limit)
    {
        if (limit is not { } most || text.Length <= most)
            return text;
        int end = text.AsSpan(0, most).LastIndexOfAny(SentenceEnds);
        return end > most / 3 ? text[..(end + 1)] : text[..Whole(text, most)];
    }

    private static int Whole(string text, int limit) => limit > 0 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;

    private static string Verb(LabelWork work, Sentence sentence)
    {
        if (work.Chinese)
            return sentence.Asks ? work.Say(sentence.Index, "询问", "问到", "想了解") : work.Say(sentence.Index, "表示", "提到", "说明");
        return sentence.Asks ? work.Say(sentence.Index, "asked", "wanted to know") : work.Say(sentence.Index, "said", "stated", "explained");
    }
}
