using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Judgements;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;
using DialInsight.LanguageModels.Offline.Replies;
using DialInsight.LanguageModels.Offline.Summaries;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>
/// Finds a field's value: by the pack's hint, else by what its name and description ask for. A required field is always given something
/// that was said; one that is not required is null where the dialogue does not tell.
/// </summary>
internal static class FieldValue
{
    private const int MostEntries = 4;
    private const int Stretch = 8;

    /// <summary>The value: a string, a decimal, a bool, a list of strings, or null.</summary>
    public static object? Of(LabelWork work, FormatField field)
    {
        CompiledHint? hint = work.Hints?.TryGetValue(field.Name, out FieldHint? known) == true ? CompiledHint.Of(known) : null;
        return field.Type switch
        {
            FormatFieldType.Choice => ChoiceValue.Of(work, field, hint),
            FormatFieldType.Number => Number(work, field, hint),
            FormatFieldType.Boolean => Truth(work, field, hint),
            FormatFieldType.TextList => Texts(work, field, hint),
            _ => Text(work, field, hint),
        };
    }

    private static string? Text(LabelWork work, FormatField field, CompiledHint? hint)
    {
        if (hint is { HasPatterns: true } && (field.Quotation ? HintedTexts(work, field, hint, 1).FirstOrDefault() : Hinted(work, field, hint.Last(work.Dialogue))) is { } hinted)
            return hinted;
        if (hint is { HasPatterns: true } && !field.Required)
            return null;
        FieldMeaning meaning = FieldMeaning.Of(field);
        if (field.Quotation)
            return Quotation(work, field, meaning, hint?.Side);
        return meaning.Purpose switch
        {
            FieldPurpose.Summary => Summary.Write(work, 0, null),
            FieldPurpose.Reply => Reply.Write(work, 0),
            FieldPurpose.Topic => Topic(work),
            FieldPurpose.Reason => Reason(work),
            FieldPurpose.Advice => Advice.Write(work),
            FieldPurpose.Speaker => Pick.Any(work, Cues.NextStep)?.Speaker.Name,
            _ => FacetText(work, field, meaning.Facet, hint?.Side),
        };
    }

    /// <summary>A value that is a stretch of speech becomes the whole sentence where it must be quoted, and loses its fillers where not.</summary>
    private static string? Hinted(LabelWork work, FormatField field, Finding? found)
    {
        if (found is not { } finding)
            return null;
        if (finding.Value.Length < Stretch && !field.Quotation)
            return finding.Value;
        Sentence? sentence = finding.SentenceIn(work.Dialogue);
        if (sentence is not null)
            work.Use(sentence);
        return field.Quotation ? sentence?.Text ?? finding.Value : Wording.Inline(Fillers.Remove(finding.Value));
    }

    private static string? Quotation(LabelWork work, FormatField field, FieldMeaning meaning, Side? side)
    {
        Sentence? sentence = meaning.Purpose == FieldPurpose.Reason ? Verdict.Grounds(work, 1).FirstOrDefault()
            : meaning.Facet is { } facet ? Pick.Cued(work, facet.Cue, side ?? SideOf(facet)) ?? Pick.Cued(work, facet.Cue) : null;
        sentence ??= field.Required ? Pick.Any(work, null, side) : null;
        return sentence is null ? null : work.Use(sentence).Text;
    }

    private static string? FacetText(LabelWork work, FormatField field, Facet? facet, Side? side)
    {
        if (facet?.Value is not null && FacetValue(work.Dialogue, facet) is { } value)
            return value;
        Sentence? sentence = facet is null ? null : Pick.Cued(work, facet.Cue, side ?? SideOf(facet)) ?? (facet.Value is null ? Pick.Cued(work, facet.Cue) : null);
        sentence ??= field.Required ? Pick.Any(work, facet?.Cue, side) : null;
        return sentence is null ? null : Wording.Inline(work.Use(sentence).Clean);
    }

    private static string? FacetValue(Dialogue dialogue, Facet facet)
    {
        for (int turn = dialogue.Turns.Count - 1; turn >= 0; turn--)
        {
            if (facet.ValueIn(dialogue.Turns[turn].Text) is { } value)
                return value;
        }

        return null;
    }

    private static string Topic(LabelWork work)
    {
        return work.Topics.Count == 0 ? Wording.Short(Pick.Any(work)!.Clean) : Wording.Join(work.Topics, work.Chinese);
    }

    private static string Reason(LabelWork work)
    {
        List<Sentence> grounds = Verdict.Grounds(work, 2);
        string quoted = string.Join(work.Chinese ? "，" : "; ", grounds.Select(ground => Wording.Quoted(work, work.Use(ground))));
        if (work.Verdict is not { } verdict)
            return Wording.Capital(Wording.Ended(quoted, work.Chinese));
        return work.Chinese
            ? work.Say(11, $"{quoted}，由此判断为“{verdict}”。", $"判断为“{verdict}”，因为{quoted}。", $"从{quoted}来看，应为“{verdict}”。")
            : Wording.Capital(work.Say(11, $"{quoted}; this speaks for \"{verdict}\".", $"The verdict is \"{verdict}\", because {quoted}.", $"Judged \"{verdict}\": {quoted}."));
    }

    private static List<string>? Texts(LabelWork work, FormatField field, CompiledHint? hint)
    {
        List<string> found = hint is null ? [] : HintedTexts(work, field, hint, MostEntries);
        if (found.Count == 0 && hint is { HasPatterns: true } && !field.Required)
            return null;
        if (found.Count == 0 && !field.Quotation && FieldMeaning.Of(field).Purpose == FieldPurpose.Advice)
            return Advice.Entries(work);
        if (found.Count == 0)
            found = Sentences(work, field).ConvertAll(sentence => Entry(work, field, sentence));
        return found.Count > 0 ? found.Distinct().ToList() : field.Required ? [Pick.Any(work)!.Text] : null;
    }

    /// <summary>The most telling of the pattern's matches, in the order in which they were said.</summary>
    private static List<string> HintedTexts(LabelWork work, FormatField field, CompiledHint hint, int most)
    {
        List<(double Weight, Finding Finding)> ranked = hint.All(work.Dialogue)
            .ConvertAll(finding => ((finding.SentenceIn(work.Dialogue)?.Salience ?? 0) - (Cues.Courtesy.In(finding.Value) ? 1 : 0), finding));
        return ranked.OrderByDescending(entry => entry.Weight).Take(most).OrderBy(entry => (entry.Finding.Turn, entry.Finding.Start))
            .Select(entry => Hinted(work, field, entry.Finding)!).Distinct().ToList();
    }

    private static List<Sentence> Sentences(LabelWork work, FormatField field)
    {
        FieldMeaning meaning = FieldMeaning.Of(field);
        if (meaning.Purpose == FieldPurpose.Reason)
            return Verdict.Grounds(work, 3).ConvertAll(work.Use);
        List<Sentence> sentences = [];
        while (meaning.Facet is { } facet && sentences.Count < MostEntries - 1 && (Pick.Cued(work, facet.Cue, SideOf(facet)) ?? Pick.Cued(work, facet.Cue)) is { } sentence)
            sentences.Add(work.Use(sentence));
        if (sentences.Count == 0 && (field.Required || meaning.Purpose != FieldPurpose.Facet))
            sentences.AddRange(Pick.Telling(work, MostEntries - 1).Select(work.Use));
        sentences.Sort((left, right) => left.Index.CompareTo(right.Index));
        return sentences;
    }

    private static string Entry(LabelWork work, FormatField field, Sentence sentence)
    {
        if (field.Quotation)
            return sentence.Text;
        return FieldMeaning.Of(field).Purpose == FieldPurpose.Reason ? Wording.Quoted(work, sentence) : Wording.Inline(Wording.Short(sentence.Clean));
    }

    private static decimal? Number(LabelWork work, FormatField field, CompiledHint? hint)
    {
        string? told = hint?.Last(work.Dialogue)?.Value;
        if (told is null && hint is not { HasPatterns: true } && FieldMeaning.Of(field).Facet is { Value: not null } facet)
            told = FacetValue(work.Dialogue, facet);
        decimal? number = told is null ? null : SpokenNumber.First(told);
        if (number is null && field.Required)
            number = work.Dialogue.Sentences.Select(sentence => SpokenNumber.First(sentence.Text)).FirstOrDefault(found => found is not null) ?? 0;
        return number >= 10_000 && CountsInTenThousands(field) ? number / 10_000 : number;
    }

    private static bool CountsInTenThousands(FormatField field) => field.Description.Contains('万', StringComparison.Ordinal);

    private static bool? Truth(LabelWork work, FormatField field, CompiledHint? hint)
    {
        if (hint is { HasPatterns: true })
            return hint.Last(work.Dialogue) is not null ? true : field.Required ? false : null;
        if (hint is { Evidence.Count: > 0 } && ChoiceValue.Decide(work, hint, ["true", "false"]) is { } decided)
            return decided == "true";
        if (FieldMeaning.Of(field).Facet is { } facet && Pick.Cued(work, facet.Cue) is not null)
            return true;
        return field.Required ? false : null;
    }

    private static Side? SideOf(Facet facet) =>
        facet == DiscourseFacets.Need || facet == DiscourseFacets.Concern ? Side.Customer
        : facet == DiscourseFacets.NextStep || facet == DiscourseFacets.Advantage ? Side.Staff
        : null;
}
