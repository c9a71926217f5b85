namespace DialInsight.TextAnalysis.Tests.NearDuplicates;

/// <summary>Seeded dialogues in two languages, half of them copies of an earlier one with some words changed, dropped or put in.</summary>
internal static class PlantedDialogues
{
    private static readonly string[] s_syllables = ["ba", "ne", "ri", "tol", "mun", "sa", "ke", "lor", "vi", "dan", "pes", "gu"];
    private static readonly string[] s_english = [.. s_syllables.SelectMany(first => s_syllables.SelectMany(second => s_syllables.Select(third => first + second + third)))];
    private static readonly string[] s_chinese = [.. Enumerable.Range(0x4E00, 1500).Select(static value => ((char)value).ToString())];

    public static IReadOnlyList<string[]> Write(int count, int seed)
    {
        var random = new Random(seed);
        List<(string[] Words, bool Chinese)> dialogues = [];
        while (dialogues.Count < count)
        {
            bool chinese = random.Next(2) == 0;
            string[] vocabulary = chinese ? s_chinese : s_english;
            string[] words = [.. Enumerable.Range(0, random.Next(60, chinese ? 700 : 300)).Select(_ => vocabulary[random.Next(vocabulary.Length)])];
            dialogues.Add((words, chinese));
            dialogues.Add((Edit(words, vocabulary, random.NextDouble() * 0.14, random), chinese));
        }

        return [.. dialogues.Take(count).Select(dialogue => Turns(dialogue.Words, dialogue.Chinese))];
    }

    private static string[] Edit(string[] words, string[] vocabulary, double share, Random random)
    {
        List<string> edited = [];
        foreach (string word in words)
        {
            string other = vocabulary[random.Next(vocabulary.Length)];
            edited.AddRange(random.NextDouble() >= share ? [word] : random.Next(3) switch { 0 => [other], 1 => [], _ => [word, other] });
        }

        return [.. edited];
    }

    private static string[] Turns(string[] words, bool chinese) => [.. words.Chunk(12).Select(turn => string.Join(chinese ? "" : " ", turn))];
}
