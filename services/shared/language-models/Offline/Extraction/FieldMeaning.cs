using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Offline.Facets;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>What a field asks for, told from its name and description.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Facet">The facet it asks for, where it asks for one.</param>
internal sealed record FieldMeaning(FieldPurpose Purpose, Facet? Facet)
{
    private const int MostKnown = 4096;
    private static readonly ConcurrentDictionary<(string Name, string Description), FieldMeaning> Known = new();

    private static readonly (FieldPurpose Purpose, string[] Words)[] Purposes =
    [
        (FieldPurpose.Summary, ["summary", "overview", "abstract", "gist", "摘要", "概述", "概要", "总结", "小结"]),
        (FieldPurpose.Reply, ["reply", "response", "speech", "script", "opening", "message", "话术", "回复", "答复", "应答", "开场"]),
        (FieldPurpose.Topic, ["topic", "subject", "title", "theme", "keyword", "主题", "话题", "标题", "关键词"]),
        (FieldPurpose.Advice, ["recommendation", "suggestion", "advice", "conclusion", "结论", "建议"]),
        (FieldPurpose.Speaker, ["speaker", "owner", "assignee", "responsible", "发言人", "说话人", "负责人", "责任人"]),
    ];

    /// <summary>The meaning of a field.</summary>
    public static FieldMeaning Of(FormatField field)
    {
        (string, string) key = (field.Name, field.Description);
        if (Known.TryGetValue(key, out FieldMeaning? meaning))
            return meaning;
        meaning = Tell(field);
        if (Known.Count < MostKnown)
            Known.TryAdd(key, meaning);
        return meaning;
    }

    private static FieldMeaning Tell(FormatField field)
    {
        foreach (string text in (string[])[field.Name, field.Description])
        {
            (int facetStrength, Facet? facet) = StrongestFacet(text);
            (int purposeStrength, FieldPurpose purpose) = StrongestPurpose(text);
            if (purposeStrength > 0 && purposeStrength >= facetStrength)
                return new FieldMeaning(purpose, null);
            if (facet == DiscourseFacets.Reason)
                return new FieldMeaning(FieldPurpose.Reason, facet);
            if (facet is not null)
                return new FieldMeaning(FieldPurpose.Facet, facet);
        }

        return new FieldMeaning(FieldPurpose.Facet, null);
    }

    private static (int Strength, Facet? Facet) StrongestFacet(string text)
    {
        (int Strength, Facet? Facet) strongest = (0, null);
        foreach (Facet facet in DiscourseFacets.All.Concat(BusinessFacets.All))
        {
            int strength = facet.AskedForBy(text);
            if (strength > strongest.Strength)
                strongest = (strength, facet);
        }

        return strongest;
    }

    /// <summary>A Chinese character says as much as three letters.</summary>
    private static int Strength(string word) => char.IsAscii(word[0]) ? word.Length : word.Length * 3;

    private static (int Strength, FieldPurpose Purpose) StrongestPurpose(string text)
    {
        (int Strength, FieldPurpose Purpose) strongest = (0, FieldPurpose.Facet);
        foreach ((FieldPurpose purpose, string[] words) in Purposes)
        {
            foreach (string word in words)
            {
                if (Strength(word) > strongest.Strength && text.Contains(word, StringComparison.OrdinalIgnoreCase))
                    strongest = (Strength(word), purpose);
            }
        }

        return strongest;
    }
}
