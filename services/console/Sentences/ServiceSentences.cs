using System.Reflection;
using System.Text.RegularExpressions;

namespace DialInsight.WebConsole.Sentences;

/// <summary>
/// What services say, in the reader's language. Services speak English, and of answers in the prompt's language; <c>sentences.txt</c> has every sentence in both. A sentence is
/// found by its fixed words; what is filled in is taken over, and looked up in turn where it is a sentence too.
/// </summary>
internal static partial class ServiceSentences
{
    // Of what is filled in, and of rows of sentences.
    private const int Deepest = 8;

    private static readonly Lazy<(SentenceBook English, SentenceBook Chinese)> s_books = new(Read);

    /// <summary>A text of a service in a language; as it came where it is no sentence that is known, or is in that language already.</summary>
    public static string Say(string text, bool isChinese) => (isChinese ? s_books.Value.English : s_books.Value.Chinese).Find(text, Deepest) ?? text;

    /// <summary>Whether a text is written in Chinese.</summary>
    public static bool IsChinese(string text) => text.Any(letter => letter is >= '\u4E00' and <= '\u9FFF');

    private static (SentenceBook, SentenceBook) Read()
    {
        using Stream list = Assembly.GetExecutingAssembly().GetManifestResourceStream("sentences.txt")!;
        using var reader = new StreamReader(list);
        string[][] pairs = [.. Gap().Split(reader.ReadToEnd()).Select(Lines).Where(lines => lines.Length == 2)];
        return (new SentenceBook(pairs.Select(pair => (pair[0], pair[1])), "；"), new SentenceBook(pairs.Select(pair => (pair[1], pair[0])), "; "));
    }

    private static string[] Lines(string pair) => [.. pair.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];

    [GeneratedRegex(@"\r?\n(?:\r?\n)+")]
    private static partial Regex Gap();
}
