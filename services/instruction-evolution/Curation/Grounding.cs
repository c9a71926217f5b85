using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Seeding;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>What the business, the scenario, the task and the dialogues of a cell speak of.</summary>
internal sealed class Grounding
{
    private readonly string _language;
    private readonly HashSet<string> _known;

    public Grounding(CellSubject subject, IEnumerable<IReadOnlyList<Turn>> dialogues)
    {
        _language = subject.Language;
        _known = [.. Sources(subject).Concat(dialogues.SelectMany(turns => turns.Select(turn => turn.Text)))
            .SelectMany(text => InstructionWords.Content(text, subject.Language))];
    }

    /// <summary>The share of a text's content words that are known, 0 to 1; 0 for a text without any.</summary>
    public double ShareOf(string text)
    {
        string[] words = [.. InstructionWords.Content(text, _language).Distinct()];
        return words.Length == 0 ? 0 : (double)words.Count(_known.Contains) / words.Length;
    }

    private static IEnumerable<string> Sources(CellSubject subject)
    {
        string language = subject.Language;
        IEnumerable<LocalisedText> titles = [subject.Scenario.Title, subject.TaskType.Title, .. subject.Pack.Roles.Select(role => role.Title)];
        foreach (LocalisedText title in titles.Where(title => title.Languages.Contains(language)))
            yield return title[language];
        foreach (string keyword in subject.Scenario.Keywords.GetValueOrDefault(language) ?? [])
            yield return keyword;
        foreach (LocalisedFormat format in subject.Pack.Formats.Where(format => format.Language == language && subject.TaskType.Formats.Contains(format.Format.Id)))
        {
            foreach (FormatField field in format.Format.Fields)
                yield return $"{field.Name}\n{field.Description}\n{string.Join('\n', field.Choices)}";
        }

        // What people wrote for the business names its work best.
        foreach (Exemplar exemplar in subject.Pack.Exemplars.Where(exemplar => exemplar.Language == language))
            yield return exemplar.Text;
        foreach (TemplatePart part in subject.Pack.TemplateParts.Where(part => part.Language == language && Suits(part, subject)))
            yield return part.Text;
    }

    private static bool Suits(TemplatePart part, CellSubject subject) =>
        (part.Scenario is null || part.Scenario == subject.Scenario.Id) && (part.TaskType is null || part.TaskType == subject.TaskType.Id);
}
