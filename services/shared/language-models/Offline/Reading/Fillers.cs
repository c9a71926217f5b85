using System.Text.RegularExpressions;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Takes spoken fillers out of a sentence.</summary>
internal static partial class Fillers
{
    /// <summary>The sentence without fillers, stray spaces and a closing full stop; the sentence itself where nothing else would be left.</summary>
    public static string Remove(string sentence)
    {
        string text = Spoken().Replace(sentence, "");
        text = Lead().Replace(text, "");
        text = Spaces().Replace(text, " ");
        text = SpaceBeforeMark().Replace(text, "$1");
        text = text.Trim().TrimStart('，', ',', '、', '.', '…', '-', ' ').TrimEnd('。', '.', ',', '，', '…', '；', ';', ' ');
        return text.Length == 0 ? sentence.Trim() : Capitalise(text);
    }

    private static string Capitalise(string text) => char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    [GeneratedRegex(@"\[[\p{IsCJKUnifiedIdeographs}]{1,4}\]|[嗯呃唔诶]+[，,、…]*|(?:那个|这个|就是说|怎么说呢|就那个|然后呢|是吧|对吧)[，,、]|\b(?:um+|uh+|erm|hmm+|mm-?hmm|mhm)\b[,.]?|\b(?:you know|i mean|like),", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^(?:\s|[，,、])*(?:(?:喂|哦|噢|啊|哎|唉|好的|好吧|好|行吧|行|对|是的|是|那|就是|那就好)[，,、！! ]+|那就是……|(?:oh|well|so|okay|ok|yeah|yes|right|alright|and)\b\s*,\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ([,.!?;:'])")]
    private static partial Regex SpaceBeforeMark();
}
