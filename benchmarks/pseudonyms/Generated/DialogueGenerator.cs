using System.Text;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>
/// Realistic dialogues with personal data planted in them and what looks like it beside: own templates, twelve turns each, the same ones for the same seed. The two
/// speakers keep their names throughout a dialogue.
/// </summary>
internal static class DialogueGenerator
{
    private const int Turns = 12;

    /// <summary>The languages there are templates of.</summary>
    public static readonly string[] Languages = ["zh-Hans", "zh-Hant", "en"];

    /// <summary>The same with the second and third templates, each written after those before had been measured with; the third are of business text, calls, e-mails and chats.</summary>
    public static readonly string[] All = [.. Languages, "zh-Hans second", "en second", "zh-Hans third", "en third"];

    /// <summary>Dialogues of a language.</summary>
    public static IEnumerable<PlantedDialogue> Dialogues(string language, int count, int seed)
    {
        string[] templates = Templates(language);
        var random = new Random(seed);
        for (int dialogue = 0; dialogue < count; dialogue++)
        {
            var turns = new PlantedTurn[Turns];
            Func<string, Planted> fill = language switch
            {
                "en" => new EnglishValues(random).Of,
                "en second" => new SecondEnglishValues(random).Of,
                "en third" => new ThirdEnglishValues(random).Of,
                "zh-Hans third" => new ThirdChineseValues(random).Of,
                "zh-Hans second" => new SecondChineseValues(random).Of,
                _ => new ChineseValues(random, language == "zh-Hant").Of,
            };
            for (int turn = 0; turn < Turns; turn++)
                turns[turn] = Fill(templates[random.Next(templates.Length)], fill);
            yield return new PlantedDialogue(language, turns);
        }
    }

    private static string[] Templates(string language)
    {
        using Stream stream = typeof(DialogueGenerator).Assembly.GetManifestResourceStream($"{language.Replace("zh-Hans", "zh", StringComparison.Ordinal).Replace(' ', '-')}.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal))];
    }

    private static PlantedTurn Fill(string template, Func<string, Planted> fill)
    {
        var text = new StringBuilder();
        var spans = new List<PlantedSpan>();
        for (int index = 0; index < template.Length;)
        {
            int open = template.IndexOf('{', index);
            if (open < 0)
            {
                text.Append(template, index, template.Length - index);
                break;
            }

            int close = template.IndexOf('}', open);
            string slot = template[(open + 1)..close];
            text.Append(template, index, open - index);
            Planted planted = fill(slot);
            if (planted.Type is { } type)
                spans.Add(new PlantedSpan(text.Length, text.Length + planted.Words.Length, type, slot));
            text.Append(planted.Words);
            index = close + 1;
        }

        return new PlantedTurn(text.ToString(), spans);
    }
}
