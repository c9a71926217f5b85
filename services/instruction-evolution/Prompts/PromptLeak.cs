using DialInsight.DomainPacks.Packs;

namespace DialInsight.InstructionEvolution.Prompts;

/// <summary>Elimination rule 4 for a pack's own words: an instruction must not repeat what the model was told, wherever that stood in the prompt.</summary>
internal sealed class PromptLeak
{
    /// <summary>So many units in a row are no coincidence: characters of Chinese, words of other languages.</summary>
    private const int ChineseRun = 12, OtherRun = 7;

    private readonly string _language;
    private readonly int _run;
    private readonly HashSet<string> _told;

    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <param name="told">The fixed texts of the prompt.</param>
    public PromptLeak(string language, params IEnumerable<string> told)
    {
        _language = language;
        _run = language == "zh" ? ChineseRun : OtherRun;
        _told = new HashSet<string>(told.SelectMany(Runs), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a prompt and a method say.</summary>
    public static PromptLeak Of(CellSubject subject, string prompt, params IEnumerable<string> more)
    {
        InstructionPrompt found = subject.Pack.Prompt(subject.Language, prompt);
        return new PromptLeak(subject.Language, [found.System, found.Text, .. more]);
    }

    /// <summary>Whether a text repeats a run of the prompt's words.</summary>
    public bool IsIn(string text) => Runs(text).Any(_told.Contains);

    private IEnumerable<string> Runs(string text)
    {
        string[] units = _language == "zh"
            ? [.. text.Where(char.IsLetterOrDigit).Select(character => character.ToString())]
            : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (int start = 0; start + _run <= units.Length; start++)
            yield return string.Join(' ', units, start, _run);
    }
}
